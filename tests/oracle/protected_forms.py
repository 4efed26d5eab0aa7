#!/usr/bin/python3
"""protected_forms.py SARABAN: forms that are signed, encrypted, XFA, with usage rights, and stored in every way there is.

What must be refused is refused with its message and leaves no file; what is filled is read back by pypdf and qpdf.
"""
import logging
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "fuzz"))
from hostile_forms import form, pdf_of  # noqa: E402

import pypdf  # noqa: E402

logging.disable(logging.CRITICAL)
VALUE = "ปู่กินน้ำใจ"
PLAIN = form(b"/DA(/Helv 10 Tf 0 g)")
SIGNED = form(b"", page=b"", fields=b"10 0 R 11 0 R",
              more=b"11 0 obj\n<</FT/Sig/T(s)/Subtype/Widget/Rect[0 0 0 0]/V<</Type/Sig/Filter/Adobe.PPKLite"
                   b"/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]/Contents<00>>>>>\nendobj\n")


def hybrid():
    """A table for old readers, and a stream with the objects that only new ones find (ISO 32000-1, 7.5.8.4)."""
    out = bytearray(b"%PDF-1.5\n")
    offsets = {}

    def add(number, body):
        offsets[number] = len(out)
        out.extend(b"%d 0 obj\n" % number + body + b"\nendobj\n")

    add(1, b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[10 0 R]>>>>")
    add(2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>")
    add(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Annots[10 0 R]>>")
    widget = b"<</Subtype/Widget/T(a)/FT/Tx/Rect[10 10 90 30]>>"
    packed = b"10 0 " + widget
    add(8, b"<</Type/ObjStm/N 1/First 5/Length %d>>stream\n" % len(packed) + packed + b"\nendstream")
    place = len(out)
    entries = b"\1" + offsets[8].to_bytes(3, "big") + b"\0" + b"\2" + (8).to_bytes(3, "big") + b"\0"
    add(9, b"<</Type/XRef/W[1 3 1]/Index[8 1 10 1]/Size 11/Length %d>>stream\n" % len(entries) + entries + b"\nendstream")
    start = len(out)
    rows = b"0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % offsets[n] if n in (1, 2, 3) else b"0000000000 00000 f \n" for n in range(1, 11))
    out.extend(b"xref\n0 11\n" + rows + b"trailer\n<</Size 11/Root 1 0 R/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (place, start))
    return bytes(out)


def with_xfa():
    objects = PLAIN[PLAIN.index(b"1 0 obj"): PLAIN.index(b"xref\n")]
    return pdf_of(objects.replace(b"/Fields[10 0 R]", b"/Fields[10 0 R]/XFA 20 0 R")
                  + b"20 0 obj\n<</Length 5>>stream\n<xdp>\nendstream\nendobj\n")


def with_usage_rights():
    objects = PLAIN[PLAIN.index(b"1 0 obj"): PLAIN.index(b"xref\n")]
    return pdf_of(objects.replace(b"/Type/Catalog", b"/Type/Catalog/Perms<</UR3<</Type/Sig>>>>", 1))


def qpdf(data, folder, *options):
    """The file as qpdf writes it; what our test files' tables leave out is no matter."""
    source, made = folder / "source.pdf", folder / "made.pdf"
    source.write_bytes(data)
    subprocess.run(["qpdf", "--warning-exit-0", "--no-warn", *options, source, made], check=True)
    return made.read_bytes()


def encrypted(folder, user, owner, *permissions):
    return qpdf(PLAIN, folder, "--encrypt", user, owner, "256", *permissions, "--")


def cases(folder):
    """(name, file, options, wanted code or None, is something made?, password to read it with)"""
    yield "plain", PLAIN, [], None, True, None
    yield "signed", SIGNED, [], "pdf-signed", False, None
    yield "signed, to be broken", SIGNED, ["--break-signatures"], "pdf-signature-broken", True, None
    yield "xfa", with_xfa(), [], "pdf-xfa-removed", True, None
    yield "usage rights", with_usage_rights(), [], "pdf-usage-rights-removed", True, None
    yield "hybrid", hybrid(), [], None, True, None
    yield "linearized", qpdf(PLAIN, folder, "--linearize"), [], None, True, None
    yield "packed", qpdf(PLAIN, folder, "--object-streams=generate"), [], None, True, None
    locked = encrypted(folder, "user", "owner")
    yield "encrypted", locked, [], "pdf-password", False, None
    yield "encrypted, wrong", locked, ["--password", "x"], "pdf-wrong-password", False, None
    yield "encrypted, right", locked, ["--password", "user"], None, True, "user"
    closed = encrypted(folder, "", "owner", "--annotate=n", "--form=n", "--modify-other=n")
    yield "forbidden", closed, [], "pdf-filling-forbidden", False, None
    yield "forbidden, but not to its owner", closed, ["--password", "owner"], None, True, "owner"


def faults_of(program, name, data, options, code, is_made, password, folder):
    source, record, made = folder / "form.pdf", folder / "data.json", folder / "filled.pdf"
    source.write_bytes(data)
    record.write_text('{"a": "%s"}' % VALUE)
    made.unlink(missing_ok=True)
    done = subprocess.run([program, "form", "fill", source, "-d", record, "-o", made, *options], capture_output=True, text=True)
    if code and f"[{code}]" not in done.stderr:
        yield f"{name}: {code} expected: {done.stderr}"
    if made.exists() != is_made or (done.returncode == 0) != is_made:
        yield f"{name}: status {done.returncode}: {done.stderr}"
    if not made.exists():
        return
    key = [f"--password={password}"] if password else []
    checked = subprocess.run(["qpdf", "--check", *key, made], capture_output=True, text=True)
    if checked.returncode != 0:
        yield f"{name}: {checked.stdout}{checked.stderr}"
    if (subprocess.run(["qpdf", "--is-encrypted", made]).returncode == 0) != bool(password):
        yield f"{name}: encryption is not what it was"
    subprocess.run(["qpdf", "--decrypt", *key, made, folder / "open.pdf"], check=True)
    reader = pypdf.PdfReader(folder / "open.pdf")
    if (reader.get_fields() or {}).get("a", {}).get("/V") != VALUE:
        yield f"{name}: pypdf reads {reader.get_fields()}"
    root = reader.trailer["/Root"]
    if "/XFA" in root["/AcroForm"] or "/Perms" in root:
        yield f"{name}: what contradicts the values is still there"


def main():
    program, failures, count = sys.argv[1], [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for case in cases(folder):
            count += 1
            failures += faults_of(program, *case, folder)
    print("\n".join(failures))
    print(f"{count} files, {len(failures)} faults")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
