#!/usr/bin/python3
"""hostile.py SARABAN: hostile containers and bent documents through the whole program.

Each must end with a message and exit status 1, or be made with status 0: never by a signal, never in more than 20 s,
never with a file left behind after an error. The bent ones are the same in every run.
"""
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = {kind: ROOT / f"templates/external-letter/external-letter.{kind}" for kind in ("docx", "odt")}
TEMPLATE = TEMPLATES["docx"]
DATA = ROOT / "samples/004-lampang-2563/letter.json"
BENT = 120


def repacked(out, changes, more=(), template=TEMPLATE):
    """A template with parts changed (None: left out) and entries added."""
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = changes.get(name, source.read(name))
            if data is not None:
                target.writestr(name, data)
        for name, data in more:
            target.writestr(name, data)


def containers(folder):
    """(name, file, wanted code)"""
    part = "word/document.xml"
    with zipfile.ZipFile(TEMPLATE) as source:
        document = source.read(part)
    body = document[document.index(b"<w:document"):]
    nest = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    makes = {
        "zip-bomb": (b"<w:document>" + b" " * (300 << 20), "limit-zip-entry-size"),
        "dtd": (b'<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>' + body, "xml-dtd"),
        "external-entity": (b'<!DOCTYPE a SYSTEM "file:///etc/passwd">' + body, "xml-dtd"),
        "deep": (nest + b"<w:p>" * 50000 + b"</w:p>" * 50000 + b"</w:body></w:document>", "limit-xml-depth"),
        "cut": (document[: len(document) // 2], "xml-malformed"),
        "unclosed": (document.replace(b"{% endfor %}", b"", 1).replace(b"endfor", b"endfo", 1), None),
    }
    for name, (data, code) in makes.items():
        file = folder / f"{name}.docx"
        repacked(file, {part: data})
        yield name, file, code
    for name, entry in ("traversal", "../../evil.txt"), ("absolute", "/evil.txt"), ("backslash", "..\\evil.txt"):
        file = folder / f"{name}.docx"
        repacked(file, {}, [(entry, "x")])
        yield name, file, "zip-unsafe-name"
    whole = TEMPLATE.read_bytes()
    for name, data in ("no-zip", b"hello"), ("truncated", whole[: len(whole) // 2]), ("empty", b""):
        file = folder / f"{name}.docx"
        file.write_bytes(data)
        yield name, file, "not-a-zip"


def odf_containers(folder):
    """(name, file, wanted code)"""
    template = TEMPLATES["odt"]
    with zipfile.ZipFile(template) as source:
        content, styles = source.read("content.xml"), source.read("styles.xml")
        manifest = source.read("META-INF/manifest.xml")
    head = content[: content.index(b"<office:text>") + len("<office:text>")]
    tail = b"</office:text></office:body></office:document-content>"
    root = content[content.index(b"<office:document-content"):]
    entry = b'full-path="content.xml" manifest:media-type="text/xml"'
    secret = manifest.replace(entry + b"/>", entry + b"><manifest:encryption-data/></manifest:file-entry>")
    makes = {
        "odf-bomb": ({"content.xml": head + b" " * (300 << 20)}, "limit-zip-entry-size"),
        "odf-dtd": ({"content.xml": b'<!DOCTYPE a [<!ENTITY x "y">]>' + root}, "xml-dtd"),
        "odf-deep": ({"content.xml": head + b"<text:list><text:list-item>" * 20000 + b"</text:list-item></text:list>" * 20000
                      + tail}, "limit-xml-depth"),
        "odf-deep-spans": ({"content.xml": head + b"<text:p>" + b"<text:span>" * 400 + b"{{ x }}{% for a in b %}" +
                            b"</text:span>" * 400 + b"{% endfor %}</text:p>" + tail}, None),
        "odf-deep-styles": ({"styles.xml": styles.replace(b"</office:styles>", b"".join(
            b'<style:style style:name="D%d" style:family="paragraph" style:parent-style-name="D%d"/>' % (i, (i + 1) % 3000)
            for i in range(3000)) + b"</office:styles>")}, None),
        "odf-spaces": ({"content.xml": head + b'<text:p>{{ <text:s text:c="2147483647"/> x }}</text:p>' * 50 + tail}, None),
        "odf-repeats": ({"content.xml": head + b'<table:table><table:table-column table:number-columns-repeated="999999999"/>'
                         b'<table:table-row table:number-rows-repeated="999999999"><table:table-cell '
                         b'table:number-columns-repeated="999999999"/></table:table-row></table:table>' + tail}, None),
        "odf-no-content": ({"content.xml": None}, "missing-part"),
        "odf-no-manifest": ({"META-INF/manifest.xml": None}, None),
        "odf-mimetype": ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "not-a-text-document"),
        "odf-encrypted": ({"META-INF/manifest.xml": secret}, "odf-encrypted"),
        "odf-cut": ({"content.xml": content[: len(content) // 2]}, "xml-malformed"),
    }
    for name, (changes, code) in makes.items():
        file = folder / f"{name}.odt"
        repacked(file, changes, template=template)
        yield name, file, code
    flat = {
        "flat-dtd": (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><office:document office:mimetype='
                     b'"application/vnd.oasis.opendocument.text"/>', "xml-dtd"),
        "flat-other": (b"<html><body/></html>", "not-a-text-document"),
        "flat-cut": (b'<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:bo', "xml-malformed"),
        "flat-empty": (b'<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype='
                       b'"application/vnd.oasis.opendocument.text"/>', None),
    }
    for name, (data, code) in flat.items():
        file = folder / f"{name}.fodt"
        file.write_bytes(data)
        yield name, file, code


def bent(folder, kind):
    """Documents with numbers, names and bytes changed at random places, always the same ones."""
    with zipfile.ZipFile(TEMPLATES[kind]) as source:
        parts = {name: source.read(name) for name in source.namelist() if name.endswith((".xml", ".rels"))}
    dice = random.Random(2568)
    numbers = [b"-1", b"0", b"99999999999", b"-2147483648", b"1e9", b"", b"x"]
    for index in range(BENT):
        name = dice.choice(sorted(parts))
        data = parts[name]
        for _ in range(dice.randint(1, 4)):
            values = list(re.finditer(rb'="([^"]*)"', data))
            if values and dice.random() < 0.7:
                at = dice.choice(values)
                data = data[: at.start(1)] + dice.choice(numbers) + data[at.end(1):]
            else:
                at = dice.randrange(len(data))
                data = data[:at] + bytes([dice.randrange(256)]) + data[at + 1:]
        file = folder / f"bent-{index}.{kind}"
        repacked(file, {name: data}, template=TEMPLATES[kind])
        yield f"bent-{index} ({name})", file, None


def flat_pdf(contents, extra=b"", page=b""):
    """A file of one page without a cross-reference table, which readers build anew."""
    return (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>"
            b"/XObject<</X 6 0 R>>>>" + page + b">>endobj\n4 0 obj<</Length %d>>stream\n" % len(contents) + contents +
            b"\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n" + extra +
            b"\ntrailer<</Root 1 0 R>>\n%%EOF\n")


def flat_pdfs():
    """(name, bytes): pages that `form detect` has to get through."""
    loop = b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 8>>stream\n/X Do /X\nendstream endobj"
    yield "form-in-itself", flat_pdf(b"/X Do " * 1000, loop)
    yield "many-saves", flat_pdf(b"q " * 100000 + b"BT /F 9 Tf (....) Tj ET")
    yield "many-restores", flat_pdf(b"Q " * 100000 + b"BT /F 9 Tf (....) Tj ET")
    yield "mad-numbers", flat_pdf(b"1e99 0 0 -1e99 1e308 9999999999999999999999 cm 0 0 1e300 1e300 re S BT /F 1e30 Tf (..........) Tj ET")
    yield "deep-arrays", flat_pdf(b"[" * 50000 + b"1" + b"]" * 50000 + b" TJ")
    yield "deep-dictionaries", flat_pdf(b"/P " + b"<</A " * 50000 + b" BDC")
    yield "cut-image", flat_pdf(b"BI /W 9 /H 9 ID " + bytes(range(256)) * 20)
    yield "many-rules", flat_pdf(b"".join(b"%d %d m %d %d l S " % (i % 300, i % 200, (i * 7) % 300, i % 200) for i in range(60000)))
    yield "big-grid", flat_pdf(b"".join(b"0 %.2f m 300 %.2f l S %.2f 0 m %.2f 200 l S " % (i / 10, i / 10, i / 7, i / 7) for i in range(1900)))
    yield "many-boxes", flat_pdf(b"".join(b"%d %d 8 8 re S " % (i % 30 * 10, i // 30 * 10) for i in range(600)))
    yield "many-dots", flat_pdf(b"BT /F 6 Tf " + b"".join(b"1 0 0 1 5 %.2f Tm (a........b....) Tj " % (i / 30) for i in range(6000)) + b"ET")
    yield "no-boxes", flat_pdf(b"BT /F 9 Tf (....) Tj ET", page=b"/MediaBox[0 0 0 0]/CropBox 7/Rotate/Up/UserUnit -3")


def run_flat(program, folder):
    """What detect proposes must be a map that render takes."""
    failures = []
    for name, data in flat_pdfs():
        file, fields, out = folder / f"{name}.pdf", folder / f"{name}.fields.yaml", folder / f"{name}-out.pdf"
        file.write_bytes(data)
        for command in (["form", "detect", file, "-o", fields], ["render", file, "-o", out], ["form", "create", file, "-o", out]):
            try:
                made = subprocess.run([program, *map(str, command), "--ignore-system-fonts"], capture_output=True, timeout=20)
            except subprocess.TimeoutExpired:
                failures.append(f"flat {name}: {command[0]} takes more than 20 s")
                break
            if made.returncode not in (0, 1):
                failures.append(f"flat {name}: {command[0]} ends with {made.returncode}: {made.stderr[-300:]!r}")
            if not fields.exists():
                break
    return failures


def run(program, name, file, code, folder):
    """What is wrong, or nothing."""
    out = folder / "out.pdf"
    try:
        done = subprocess.run([program, "render", file, "-d", DATA, "-o", out], capture_output=True, text=True,
                              timeout=60, errors="replace")
    except subprocess.TimeoutExpired:
        return f"{name}: no end"
    made = out.exists()
    out.unlink(missing_ok=True)
    if done.returncode not in (0, 1):
        return f"{name}: status {done.returncode}\n{done.stderr[-2000:]}"
    if made != (done.returncode == 0):
        return f"{name}: status {done.returncode}, but the file is {'there' if made else 'not there'}"
    if code and f"[{code}]" not in done.stderr:
        return f"{name}: {code} expected\n{done.stderr[-500:]}"
    if file.suffix == ".docx" or done.returncode:
        return None
    # What was laid out is also filled and saved.
    saved = folder / f"out{file.suffix}"
    again = subprocess.run([program, "render", file, "-d", DATA, "-o", saved], capture_output=True, timeout=60)
    saved.unlink(missing_ok=True)
    return None if again.returncode == 0 else f"{name}: saved with status {again.returncode}"


def main():
    program = sys.argv[1]
    passed, failures = 0, []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, file, code in (*containers(folder), *bent(folder, "docx"), *odf_containers(folder), *bent(folder, "odt")):
            wrong = run(program, name, file, code, folder)
            failures += [wrong] if wrong else []
            passed += not wrong
        flat = run_flat(program, folder)
        failures += flat
        passed += sum(1 for _ in flat_pdfs()) - len(flat)
    print("\n".join(failures))
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
