#!/usr/bin/python3
"""make_presets.py < presetShapeDefinitions.xml > presets_table.cpp: the preset shapes of ECMA-376 Part 1, Annex D.

Of each definition stay the adjust values, guides, text rectangle and paths, as XML with the prefix a: and without the
handles and connection sites; where one shape stands twice, the first.
"""
import re
import sys
import xml.etree.ElementTree as tree

KEPT = ("avLst", "gdLst", "rect", "pathLst")
UNUSED = ("extrusionOk",)


def local(element):
    return element.tag.split("}")[-1]


def text_of(element):
    name = "a:" + local(element)
    attributes = "".join(f" {key}='{value}'" for key, value in element.attrib.items() if key not in UNUSED)
    inner = "".join(text_of(child) for child in element)
    return f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>"


def lines_of(text, width=80):
    """Cut before elements, so that no line of source is long."""
    line = ""
    for piece in re.findall(r"<[^>]*>", text):
        if line and len(line) + len(piece) > width:
            yield line
            line = ""
        line += piece
    yield line


shapes = {}
for shape in tree.parse(sys.stdin).getroot():
    parts = [text_of(child) for child in shape if local(child) in KEPT and (len(child) or local(child) == "rect")]
    shapes.setdefault(local(shape), "".join(parts))

print("// The preset shapes of ECMA-376 Part 1, Annex D; made by make_presets.py.")
print('#include "docx/presets.h"\n\n#include <algorithm>\n#include <array>\n')
print("namespace saraban::docx {\nnamespace {\n")
print("struct Preset {\n  std::string_view name, definition;\n};\n")
print("// clang-format off")
print(f"constexpr std::array<Preset, {len(shapes)}> presets = {{{{")
for name in sorted(shapes):
    print(f'  {{"{name}",')
    print("\n".join(f'   "{line}"' for line in lines_of(shapes[name])) + "},")
print("}};\n// clang-format on\n\n} // namespace\n")
print("""std::string_view preset_definition(std::string_view name) {
  const auto before = [](const Preset& one, std::string_view wanted) { return one.name < wanted; };
  const auto* found = std::lower_bound(presets.begin(), presets.end(), name, before);
  return found != presets.end() && found->name == name ? found->definition : std::string_view();
}

} // namespace saraban::docx""")
