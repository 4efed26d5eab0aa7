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
TEMPLATE = ROOT / "templates/external-letter/external-letter.docx"
DATA = ROOT / "samples/004-lampang-2563/letter.json"
BENT = 120


def repacked(out, changes, more=()):
    """TEMPLATE with parts changed and entries added."""
    with zipfile.ZipFile(TEMPLATE) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, changes.get(name, source.read(name)))
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


def bent(folder):
    """Documents with numbers, names and bytes changed at random places, always the same ones."""
    with zipfile.ZipFile(TEMPLATE) as source:
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
        file = folder / f"bent-{index}.docx"
        repacked(file, {name: data})
        yield f"bent-{index} ({name})", file, None


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
    return None


def main():
    program = sys.argv[1]
    passed, failures = 0, []
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name, file, code in (*containers(folder), *bent(folder)):
            wrong = run(program, name, file, code, folder)
            failures += [wrong] if wrong else []
            passed += not wrong
    print("\n".join(failures))
    print(f"{passed} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
