#!/usr/bin/python3
"""compare_docxtpl.py SARABAN: fills templates with docxtpl and with Saraban and compares what they say, paragraph by paragraph."""
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import jinja2
from docx import Document
from docxtpl import DocxTemplate
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DATA = {
    "name": "สมชาย ใจดี", "n": 3, "t": True, "f": False, "e": "R&D <x>", "nl": "a\nb", "s": "hello world",
    "xs": [{"a": "ก", "b": 1, "ok": True, "s": ["p", "q"]}, {"a": "ข", "b": 2.5, "ok": False, "s": []},
           {"a": "ค", "b": 3, "ok": True, "s": ["r"]}],
    "cols": ["A", "B", "C"], "rows": [["1", "2", "3"], ["4", "5", "6"]], "d": {"k1": "v1", "k2": "v2"}, "empty": [],
}
# A template is a list of paragraphs (text) and tables (lists of rows).
TEMPLATES = [
    ["ชื่อ {{ name }} จำนวน {{ n }}", "{{ e }}", "{{ nl }}"],
    ["{%p for x in xs %}", "{{ x.a }} = {{ x.b }}", "{%p endfor %}", "จบ"],
    ["{%p if t %}", "yes", "{%p else %}", "no", "{%p endif %}", "{%p if f %}", "yes", "{%p else %}", "no", "{%p endif %}"],
    ["{%p if f %}", "1", "{%p elif n == 3 %}", "2", "{%p else %}", "3", "{%p endif %}"],
    [[["No", "Name"], ["{%tr for x in xs %}", ""], ["{{ loop.index }}", "{{ x.a }}"], ["{%tr endfor %}", ""],
      ["รวม", "{{ xs|length }}"]]],
    [[["{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"]]],
    [[["{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"], ["{%tr for r in rows %}", "", ""],
      ["{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"], ["{%tr endfor %}", "", ""]]],
    ["{% for x in xs %}{{ x.a }}{% if not loop.last %}, {% endif %}{% endfor %}"],
    ["{% for x in xs if x.ok %}{{ loop.index }}:{{ x.a }} {% endfor %}"],
    ["{%p for x in xs %}", "{{ x.a }}", "{%p for y in x.s %}", "  - {{ y }}", "{%p endfor %}", "{%p endfor %}"],
    [[["{%tr for x in xs %}"], ["{{ x.a }}{% if x.ok %} ok{% endif %}"], ["{%tr endfor %}"]]],
    [[["{%tr for x in xs %}"], ["{%tr if x.ok %}"], ["{{ x.a }}"], ["{%tr endif %}"], ["{%tr endfor %}"]]],
    ["{% set z = n * 2 %}{{ z }} {{ z + 1 }} {{ n / 2 }} {{ n // 2 }} {{ n % 2 }} {{ n ** 2 }}"],
    ["{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}"],
    ["{{ s|upper }} {{ s|title }} {{ s|capitalize }} {{ s|replace('o','0') }} {{ s|length }} {{ s[:5] }}"],
    ["{{ xs|map(attribute='a')|join(', ') }} {{ xs|sum(attribute='b') }}"],
    ["ก", "{%- if t -%}", "ข", "{%- else -%}", "ค", "{%- endif -%}", "ง"],
    ["{%r if t %}A{%r else %}B{%r endif %} C"],
    ["{# comment #}x{#p note #}", "{#p whole #}", "end"],
    ["{{ name }}\t{{ n }}", "{%p if t %}", [["{{ name }}", "x"]], "{%p endif %}", "z"],
    ["{%p for x in xs %}", [["{{ x.a }}", "{{ x.b }}"]], "sep", "{%p endfor %}"],
    ["{% macro m(a, b=2) %}[{{ a }}-{{ b }}]{% endmacro %}{{ m(1) }} {{ m(3, b=4) }}"],
    ["{% with q = n + 1 %}{{ q }}{% endwith %} {{ undefined_thing is defined }} {{ n is odd }}"],
    ["{_{ not a tag }_} {_% x %_}"],
    ["{{ xs[0].a }} {{ xs[-1]['a'] }} {{ d['k1'] }} {{ cols|first }} {{ cols|last }} {{ cols|reverse|join }}"],
    ["{{ '%s-%03d'|format(name, n) }} {{ n|string|center(5) }} {{ s|wordcount }} {{ cols|batch(2)|list }}"],
    ["{%p for x in empty %}", "x", "{%p else %}", "none", "{%p endfor %}"],
    ["{{ {'a':1}.a }} {{ [1,2,3]|max }} {{ range(3)|list }} {{ (1,2) }} {{ cols }}"],
    ["{{ s|truncate(8) }} {{ s|indent }} {{ '<b>'|e }} {{ 'x'|default('y') }} {{ q|default('y') }}"],
]


def write_template(parts, path):
    document = Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        table = document.add_table(0, max(len(row) for row in part))
        for row in part:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = text
    document.save(path)


def text_of(path):
    """Paragraphs' text, and where rows and cells begin."""
    lines = []
    for element in etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).iter(W + "p", W + "tr", W + "tc"):
        if element.tag != W + "p":
            lines.append("|" if element.tag == W + "tc" else "--")
            continue
        text = ""
        for piece in element.iter(W + "t", W + "tab", W + "br"):
            if piece.getparent().tag == W + "r":
                text += {"t": piece.text or "", "tab": "\t", "br": "\n"}[piece.tag[len(W):]]
        lines.append(text)
    return lines


def compare(parts, folder, saraban):
    source, theirs, ours = folder / "template.docx", folder / "theirs.docx", folder / "ours.docx"
    write_template(parts, source)
    template = DocxTemplate(source)
    template.render(DATA, jinja2.Environment(autoescape=True))
    template.save(theirs)
    ours.unlink(missing_ok=True)
    run = subprocess.run([saraban, "render", source, "-d", folder / "data.json", "-o", ours], capture_output=True, text=True)
    if run.returncode != 0:
        return f"Saraban: {run.stderr.strip()}"
    Document(ours)  # python-docx reads it
    expected, actual = text_of(theirs), text_of(ours)
    return "" if expected == actual else f"docxtpl: {expected}\nSaraban: {actual}"


def main():
    failures = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data.json").write_text(json.dumps(DATA, ensure_ascii=False))
        for parts in TEMPLATES:
            difference = compare(parts, folder, sys.argv[1])
            if difference:
                failures += 1
                print(f"{parts}\n{difference}")
    print(f"{len(TEMPLATES)} templates, {failures} filled otherwise than by docxtpl")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
