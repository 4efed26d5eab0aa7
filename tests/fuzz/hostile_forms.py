#!/usr/bin/python3
"""hostile_forms.py SARABAN: hostile and bent PDF forms through the whole program.

Each must end with a message and exit status 1, or be done with status 0: never by a signal, never in more than 60 s,
never with a file left behind after an error. The bent ones are the same in every run.
"""
import random
import re
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

CASES = Path(__file__).resolve().parents[1] / "cases/forms"
BENT = 15


def pdf_of(objects):
    """A file of the objects as they are written, with the cross-reference that they lack."""
    out = b"%PDF-1.7\n"
    offsets = {int(m.group(1)): len(out) + m.start() for m in re.finditer(rb"^(\d+) 0 obj", objects, re.M)}
    start = len(out) + len(objects)
    size = max(offsets) + 1
    table = b"".join(b"%010d 00000 n \n" % offsets.get(n, 0) for n in range(1, size))
    return (out + objects + b"xref\n0 %d\n0000000000 65535 f \n" % size + table
            + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))


def form(widget, page=b"", fields=b"10 0 R", more=b""):
    return pdf_of(b"1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + b"]>>>>\nendobj\n"
                  b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n"
                  b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Annots[10 0 R]" + page + b">>\nendobj\n"
                  b"10 0 obj\n<</Subtype/Widget/T(a)/FT/Tx/Rect[10 10 90 30]" + widget + b">>\nendobj\n" + more)


def chain(count):
    """Fields within fields."""
    return b"".join(b"%d 0 obj\n<</T(x)/Parent %d 0 R/Kids[%d 0 R]>>\nendobj\n" % (n, n - 1, n + 1)
                    for n in range(11, 11 + count)) + b"%d 0 obj\n<</T(y)/FT/Tx>>\nendobj\n" % (11 + count)


def bomb():
    data = zlib.compress(b" " * (64 << 20), 9)
    return b"20 0 obj\n<</Length %d/Filter/FlateDecode>>stream\n" % len(data) + data + b"\nendstream\nendobj\n"


def hostiles():
    """(name, bytes, wanted code)"""
    yield "empty", b"", "not-a-pdf"
    yield "text", b"hello", "not-a-pdf"
    yield "head", b"%PDF-1.7\n", "pdf-unreadable"
    whole = form(b"")
    yield "half", whole[: len(whole) // 2], None
    yield "no-end", whole[: whole.index(b"xref")], "pdf-damaged"
    yield "no-table", whole[: whole.index(b"xref")], None
    yield "deep-arrays", form(b"/V " + b"[" * 100000), None
    yield "deep-dictionaries", form(b"/MK " + b"<</R " * 100000), None
    yield "deep-fields", form(b"/Kids[11 0 R]", more=chain(3000)), None
    yield "own-parent", form(b"/Parent 10 0 R/Kids[10 0 R]"), None
    yield "pages-in-a-circle", whole.replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]"), None
    yield "many-pages", whole.replace(b"/Count 1", b"/Count 2147483647"), None
    yield "no-page", whole.replace(b"/Kids[3 0 R]", b"/Kids[]"), "pdf-unreadable"
    yield "page-is-a-form", whole.replace(b"/Kids[3 0 R]", b"/Kids[10 0 R]"), None
    for name, entry in {
        "huge-rectangle": b"/Rect[-1e30 -1e30 1e30 1e30]", "no-rectangle": b"/Rect[0 0 0 0]",
        "infinite-rectangle": b"/Rect[0 0 1" + b"0" * 400 + b" 10]", "huge-font": b"/DA(/Helv 1e300 Tf 0 g)",
        "negative-font": b"/DA(/Helv -12 Tf 0 g)", "bad-operators": b"/DA(\\377 ( [ Tf /// # #4 rg k)",
        "huge-comb": b"/Ff 16777216/MaxLen 2147483647/MK<</BC[0]>>", "negative-length": b"/MaxLen -5",
        "bad-border": b"/BS<</W 1e300/S/D/D[-1 1e300 null]>>/MK<</BC[1 2]/BG[-5]/R 45/CA 7>>",
        "bad-options": b"/FT/Ch/Opt[[] [[]] 7 null (x) [(a)] [null null]]/I[-1 99]",
        "number-name": b"/T 7", "stream-value": b"/V 20 0 R", "bomb-value": b"/V 20 0 R",
        "wrong-types": b"/FT(Tx)/Ff/x/Q(2)/DA 7/MK 7/BS 7/AP 7/Kids 7/Parent 7/F(x)/AA 7/P 7/DR 7/AS 7",
        "script": b"/AA<</F<</JS(AFNumber_Format\\(" + b"9" * 2000 + b",99,-7,\"" + b"x" * 3000 + b")>>>>",
        "expression": b"/TM({{ " + b"(" * 5000 + b" }})", "endless": b"/TM({{ range(99999999)|join }})",
    }.items():
        yield name, form(entry, more=bomb() if "20 0 R" in entry.decode("latin-1") else b""), None


def bent(path):
    source = pdf_of((path / "form.txt").read_bytes())
    for index in range(BENT):
        chance = random.Random(f"{path.name}{index}")
        data = bytearray(source)
        for _ in range(chance.randint(1, 12)):
            at = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[at] = chance.randrange(256)
            elif kind == 1:
                del data[at: at + chance.randint(1, 40)]
            elif kind == 2:
                other = chance.randrange(len(data))
                data[at:at] = data[other: other + chance.randint(1, 60)]
            else:
                found = list(re.finditer(rb"\d+ 0 R", bytes(data)))
                if found:
                    spot = chance.choice(found)
                    data[spot.start(): spot.end()] = b"%d 0 R" % chance.randint(1, 25)
        yield f"{path.name}-{index}", bytes(data)


def run(program, name, data, code, record, folder):
    """What is wrong, or nothing."""
    file, out = folder / "form.pdf", folder / "out.pdf"
    file.write_bytes(data)
    commands = {"list": [], "extract": [], "fill": ["-d", record, "-o", out], "flatten": ["-o", out]}
    for command, rest in commands.items():
        try:
            done = subprocess.run([program, "form", command, file, *rest], capture_output=True, text=True, timeout=60,
                                  errors="replace")
        except subprocess.TimeoutExpired:
            return f"{name}: {command}: no end"
        made = out.exists()
        if made and "-o" in rest and subprocess.run(["qpdf", "--check", out], capture_output=True).returncode == 2:
            return f"{name}: {command}: qpdf finds errors in what was made"
        out.unlink(missing_ok=True)
        if done.returncode not in (0, 1):
            return f"{name}: {command}: status {done.returncode}\n{done.stderr[-2000:]}"
        if "-o" in rest and made != (done.returncode == 0):
            return f"{name}: {command}: status {done.returncode}, but the file is {'there' if made else 'not there'}"
        if code and f"[{code}]" not in done.stderr:
            return f"{name}: {command}: {code} expected\n{done.stderr[-500:]}"
        if "[internal]" in done.stderr:
            return f"{name}: {command}: {done.stderr[-500:]}"
    return None


def main():
    program = sys.argv[1]
    failures, passed = [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        record = folder / "record.json"
        record.write_text('{"a": "ทดสอบ"}')
        jobs = [(name, data, code, record) for name, data, code in hostiles()]
        for path in sorted(CASES.iterdir()):
            jobs += [(name, data, None, path / "data.json") for name, data in bent(path)]
        for name, data, code, values in jobs:
            wrong = run(program, name, data, code, values, folder)
            failures += [wrong] if wrong else []
            passed += not wrong
    print("\n".join(failures))
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
