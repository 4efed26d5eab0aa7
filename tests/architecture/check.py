#!/usr/bin/python3
"""check.py SOURCE_DIR: includes against the table in engine/CMakeLists.txt, sizes, names. Prints every breach."""
import re
import sys
from pathlib import Path

FILE_LINES, FUNCTION_LINES, COLUMNS = 500, 60, 100
FORBIDDEN_FOLDERS = {"common", "utils", "util", "core", "helpers", "misc"}
NOT_A_FUNCTION = re.compile(r"^(namespace|struct|class|enum|union|extern|export|using|typedef|template|#|//|\})|=\s*\{$|\[\] = ")


def layers(root):
    """{folder: (level, uses)} as engine/CMakeLists.txt declares it."""
    text = (root / "engine/CMakeLists.txt").read_text()
    table = {}
    for name, level, rest in re.findall(r"^saraban_layer\((\S+)\s+(\d+)\s*([^)]*)\)", text, re.M):
        words = rest.split("LIBS")[0].split()
        table[name] = (int(level), {w for w in words if w != "USES"})
    return table


def sources(root):
    for path in sorted((root / "engine").rglob("*")):
        if path.suffix in {".h", ".cpp"}:
            yield path


def is_generated(path):
    return path.name.endswith(("_table.h", "_table.cpp"))


def folder_of(root, path, table):
    relative = path.relative_to(root / "engine").parent.as_posix()
    return relative if relative in table else relative.split("/")[0]


def check_includes(root, table):
    used = {name: set() for name in table}
    for path in sources(root):
        folder = folder_of(root, path, table)
        if folder == ".":
            continue
        if folder not in table:
            yield f"{path.relative_to(root)}: folder {folder} is not in the table"
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'#include "([^"]+)"', line)
            if not match:
                continue
            target = match.group(1)
            if not (root / "engine" / target).exists():
                if not target.endswith(("_table.h", ".inc")):
                    yield f"{path.relative_to(root)}:{number}: {target} is not written from engine/"
                continue
            other = folder_of(root, root / "engine" / target, table)
            if other != folder:
                used[folder].add(other)
                if other not in table[folder][1]:
                    yield f"{path.relative_to(root)}:{number}: {folder} may not include {other}"
    for name, (level, uses) in table.items():
        has_source = any((root / "engine" / name).glob("*.cpp"))
        for other in sorted(uses - used[name]) if has_source else []:
            yield f"engine/CMakeLists.txt: {name} declares {other} and does not use it"
        for other in uses:
            if other not in table:
                yield f"engine/CMakeLists.txt: {name} uses unknown {other}"
            elif table[other][0] > level or (table[other][0] == level and other not in dict(list(table.items())[: list(table).index(name)])):
                yield f"engine/CMakeLists.txt: {name} (level {level}) uses {other} (level {table[other][0]})"


def functions(lines):
    """(first line, length) of each function: from a line at column 0 (or 2, in a class) that ends in '{'."""
    for indent in ("", "  "):
        start = None
        for number, line in enumerate(lines, 1):
            at_level = line.startswith(indent) and not line[len(indent):].startswith((" ", "\t"))
            body = line[len(indent):]
            if start is None and at_level and body.endswith("{") and not NOT_A_FUNCTION.search(body):
                start = number
            elif start is not None and at_level and body.startswith("}"):
                if indent == "" or "(" in lines[start - 1]:
                    yield start, number - start + 1
                start = None


def check_sizes(root):
    for path in sources(root):
        if is_generated(path):
            continue
        lines = path.read_text().splitlines()
        name = path.relative_to(root)
        if len(lines) > FILE_LINES:
            yield f"{name}: {len(lines)} lines, {FILE_LINES} at the most"
        if not lines or not lines[0].startswith("// "):
            yield f"{name}: the first line does not say the file's job"
        for start, length in functions(lines):
            if length > FUNCTION_LINES:
                yield f"{name}:{start}: function of {length} lines, {FUNCTION_LINES} at the most"
        for number, line in enumerate(lines, 1):
            if len(line) > COLUMNS:
                yield f"{name}:{number}: {len(line)} columns"


def check_names(root, table):
    for folder in table:
        for part in folder.split("/"):
            if part in FORBIDDEN_FOLDERS:
                yield f"engine/{folder}: a folder of that name owns nothing"
    for path in sources(root):
        if not re.fullmatch(r"[a-z0-9_]+\.(h|cpp)", path.name):
            yield f"{path.relative_to(root)}: not snake_case"
    # Format names stay at level 5 and above.
    for path in sources(root):
        folder = folder_of(root, path, table)
        if folder in table and table[folder][0] < 5 and folder not in {"base", "data", "package"}:
            if re.search(r"(docx|odt)", path.stem):
                yield f"{path.relative_to(root)}: a format's name below level 5"


# Files that one format alone needs, with the reason.
PEERLESS = {
    "legacy_drawings.cpp": "VML is WordprocessingML's alone",
    "legacy_presets_table.cpp": "VML is WordprocessingML's alone",
    "word_art.cpp": "VML is WordprocessingML's alone; ODF shapes hold their text as all others do",
    "enhanced_geometry.cpp": "ODF custom shapes are paths of formulas",
    "formulas.cpp": "ODF custom shapes are paths of formulas",
    "formulas.h": "ODF custom shapes are paths of formulas",
    "geometry.h": "shared by its two files",
    "chart_looks.cpp": "charts of ODF have styles, Word's say their looks in place",
    "chart_looks.h": "charts of ODF have styles, Word's say their looks in place",
    "chart_table.cpp": "charts of ODF bring a table, Word's the values of each series",
    "chart_table.h": "charts of ODF bring a table, Word's the values of each series",
    "number_codes.cpp": "ODF's number formats are elements, Word's are codes",
    "number_codes.h": "ODF's number formats are elements, Word's are codes",
    "drawing_text.cpp": "ODF has one kind of text, DrawingML has its own",
    "drawing_text.h": "ODF has one kind of text, DrawingML has its own",
    "make_presets.py": "makes presets_table.cpp",
    "presets_table.cpp": "ODF shapes bring their geometry with them",
    "fill_notes.cpp": "notes of ODF stand where they are referred to",
    "fill_data_bindings.cpp": "ODF binds no text to XML",
    "fill_merge_fields.cpp": "ODF has no field instructions to be parsed",
    "fill_text.cpp": "ODF collapses white space and has placeholders of its own",
    "automatic_styles.cpp": "WordprocessingML formats in place, ODF by styles alone",
    "fill_definitions.cpp": "WordprocessingML defines styles and lists in parts of their own",
    "instruction.cpp": "ODF has no field instructions to be parsed",
    "instruction.h": "ODF has no field instructions to be parsed",
    "contents_request.cpp": "ODF's tables of contents say what they list in elements, Word's in an instruction",
    "contents_request.h": "ODF's tables of contents say what they list in elements, Word's in an instruction",
    "property_order.cpp": "ODF's properties are attributes, in no order",
    "property_order.h": "ODF's properties are attributes, in no order",
    "automatic_styles.h": "WordprocessingML formats in place, ODF by styles alone",
    "presets.h": "ODF shapes bring their geometry with them",
}
def check_peers(root):
    """docx/ and odt/ hold the same files."""
    docx, odt = (
        {p.relative_to(root / "engine" / name) for p in (root / "engine" / name).rglob("*.*")} for name in ("docx", "odt")
    )
    for name in sorted(p.as_posix() for p in docx ^ odt):
        if Path(name).name in PEERLESS:
            continue
        yield f"engine/docx, engine/odt: only one of them has {name}"


def main():
    root = Path(sys.argv[1]).resolve()
    table = layers(root)
    breaches = [*check_includes(root, table), *check_sizes(root), *check_names(root, table), *check_peers(root)]
    for breach in breaches:
        print(breach)
    print(f"{len(list(sources(root)))} files, {len(breaches)} breaches")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
