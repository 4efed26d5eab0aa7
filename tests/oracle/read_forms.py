#!/usr/bin/python3
"""read_forms.py SARABAN: forms of cases/forms and of reportlab, filled by Saraban, read by others.

pypdf must find the values that were given, poppler and MuPDF the text, before and after flattening; qpdf no fault.
"""
import json
import logging
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))
from hostile_forms import CASES, pdf_of  # noqa: E402

import pypdf  # noqa: E402
from reportlab.pdfgen import canvas  # noqa: E402

logging.disable(logging.CRITICAL)
SKIPPED = {"faults"}  # nothing is made of it
TRANSLATED = {"expressions", "choices", "buttons", "circles", "odd-states", "numbered-options"}  # the form holds other words than the data


def reportlab_form(path):
    """A form as another program makes it, and its data."""
    page = canvas.Canvas(str(path), invariant=1)
    form = page.acroForm
    data, texts = {}, []
    kinds = {"plain": {}, "comb": {"fieldFlags": "comb", "maxlen": 13}, "lines": {"fieldFlags": "multiline", "height": 60},
             "inset": {"borderStyle": "inset"}, "bevelled": {"borderStyle": "bevelled", "fontSize": 9}}
    for row, (name, options) in enumerate(kinds.items()):
        form.textfield(**{"name": name, "x": 40, "y": 700 - 80 * row, "width": 260, "height": 22, **options})
        data[name] = "1234567890123" if name == "comb" else f"น้ำใจของปู่ที่ {name}"
        texts.append(data[name])
    form.choice(name="choice", value="one", options=["one", "two"], x=340, y=700, width=120, height=22)
    form.listbox(name="list", value="A", options=["A", "B", "C"], x=340, y=600, width=100, height=60)
    form.checkbox(name="check", x=340, y=560, size=20)
    for value in "ab":
        form.radio(name="radio", value=value, x=340 + 40 * ord(value) - 40 * ord("a"), y=520, size=20, selected=value == "a")
    data |= {"choice": "two", "list": "C", "check": True, "radio": "b"}
    page.showPage()
    page.save()
    return data, texts


def shown(value):
    return re.sub(r"\s", "", value)


def output_of(*command):
    return subprocess.run(command, capture_output=True, text=True, errors="replace").stdout


def check_file(program, name, form, data, texts, folder):
    """What is wrong."""
    record, filled, flat = folder / "data.json", folder / "filled.pdf", folder / "flat.pdf"
    record.write_text(json.dumps(data, ensure_ascii=False))
    for command in ([program, "form", "fill", form, "-d", record, "-o", filled], [program, "form", "flatten", filled, "-o", flat]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            yield f"{name}: {done.stderr}"
            return
    for file in filled, flat:
        if subprocess.run(["qpdf", "--check", file], capture_output=True).returncode != 0:
            yield f"{name}: qpdf finds faults in {file.name}"
        poppler = shown(output_of("pdftotext", "-raw", file, "-"))
        mupdf = shown(output_of("mutool", "draw", "-F", "txt", file))
        for text in texts:
            if shown(text) not in poppler:
                yield f"{name}: poppler does not see “{text}” in {file.name}"
            if shown(text) not in mupdf:
                yield f"{name}: MuPDF does not see “{text}” in {file.name}"
    yield from check_batch(program, name, form, data, filled, folder)
    fields = pypdf.PdfReader(filled).get_fields() or {}
    flat_names = {name: value for name, value in data.items() if not isinstance(value, (dict, list))}
    for field, value in flat_names.items():
        if name in TRANSLATED or field == "ก":  # its name is UTF-8, which pypdf does not know
            continue
        held = str(fields[field].get("/V")) if field in fields else None
        if isinstance(value, str) and held not in (value, "/" + value):
            yield f"{name}: pypdf reads {held!r} for {field}, not {value!r}"
        if value is True and held in (None, "None", "/Off"):
            yield f"{name}: pypdf reads {held!r} for {field}, which was ticked"


def pixels(pdf):
    return subprocess.run(["pdftoppm", "-r", "50", pdf], capture_output=True).stdout


def check_batch(program, name, form, data, filled, folder):
    """Later records are filled another, faster way than the first: they must say and show the same."""
    rows = folder / "rows.json"
    rows.write_text(json.dumps([data | {"batch_row": row} for row in range(3)], ensure_ascii=False))
    out = folder / "row-{{ batch_row }}.pdf"
    done = subprocess.run([program, "batch", form, "-d", rows, "-o", out, "--jobs", "1"], capture_output=True, text=True)
    made = sorted(folder.glob("row-*.pdf"))
    if done.returncode != 0 or len(made) != 3:
        yield f"{name}: batch: {done.stdout}{done.stderr}"
    values = {key: field.get("/V") for key, field in (pypdf.PdfReader(filled).get_fields() or {}).items()}
    for file in made:
        checked = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
        if checked.returncode != 0:
            yield f"{name}: {file.name}: {checked.stdout}{checked.stderr}"
        if {key: field.get("/V") for key, field in (pypdf.PdfReader(file).get_fields() or {}).items()} != values:
            yield f"{name}: {file.name} holds other values than the file filled by itself"
        if pixels(file) != pixels(filled):
            yield f"{name}: {file.name} looks otherwise than the file filled by itself"
        file.unlink()


def structure_faults(pdf):
    """Of a tagged file: elements that name widgets, and marked content that no element or no content stream knows."""
    reader = pypdf.PdfReader(pdf)
    pages = {page.indirect_reference.idnum: (number, page) for number, page in enumerate(reader.pages)}
    named = {number: set() for number, _ in pages.values()}

    def walk(element, page):
        element = element.get_object()
        page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, int):
                named[pages[page][0]].add(int(kid))
            elif kid.get("/Type") == "/OBJR" and kid["/Obj"].get_object().get("/Subtype") == "/Widget":
                yield f"{element.get('/S')} names a widget"
            elif kid.get("/Type") == "/MCR":
                named[pages[kid.raw_get("/Pg").idnum][0]].add(int(kid["/MCID"]))
            elif kid.get("/Type") != "/OBJR":
                yield from walk(kid, page)

    yield from walk(reader.trailer["/Root"]["/StructTreeRoot"], None)
    for number, page in pages.values():
        contents = page["/Contents"].get_object()
        parts = contents if isinstance(contents, list) else [contents]
        text = "\n".join(part.get_object().get_data().decode("latin-1") for part in parts)
        marked = {int(n) for n in re.findall(r"/MCID (\d+)", text)}
        if marked != named[number]:
            yield f"page {number + 1}: marked content {sorted(marked ^ named[number])[:5]} is on one side only"


def check_tagged(program, root, folder):
    """Our own tagged form, filled and flattened: its structure holds what the widgets held."""
    form, flat = folder / "tagged.pdf", folder / "tagged-flat.pdf"
    template = root / "templates/project-proposal/project-proposal.docx"
    subprocess.run([program, "render", template, "--fillable", "-o", form, "--quiet"], check=True)
    record = folder / "data.json"
    record.write_text(json.dumps({"ชื่อโครงการ": "ปลูกป่า"}, ensure_ascii=False))
    subprocess.run([program, "form", "fill", form, "-d", record, "-o", flat, "--flatten", "--quiet"], check=True)
    if not any("names a widget" in fault for fault in structure_faults(form)):
        yield "tagged: the form's structure names no widget: nothing is tested"
    for fault in structure_faults(flat):
        yield f"tagged, flattened: {fault}"


def main():
    program, failures, count = sys.argv[1], [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        form = folder / "form.pdf"
        data, texts = reportlab_form(form)
        failures += check_file(program, "reportlab", form, data, texts, folder)
        failures += check_tagged(program, Path(__file__).resolve().parents[2], folder)
        for case in sorted(CASES.iterdir()):
            if case.name in SKIPPED:
                continue
            count += 1
            form.write_bytes(pdf_of((case / "form.txt").read_bytes()))
            data = json.loads((case / "data.json").read_text())
            failures += check_file(program, case.name, form, data, [], folder)
    print("\n".join(failures))
    print(f"{count + 1} forms, {len(failures)} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
