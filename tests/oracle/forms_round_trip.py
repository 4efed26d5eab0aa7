#!/usr/bin/python3
"""forms_round_trip.py SARABAN ROOT: each sample's form made fillable, filled and read back gives the sample's data; the file is sound
by qpdf and read by poppler; filled from the start it says what the document says."""
import datetime
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import yaml

# What a form that was printed with its data shows in no field: conditions' data.
UNSHOWN = {"ตัวอย่าง", "ปี"}


def run(*command):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise RuntimeError(" ".join(map(str, command)) + "\n" + done.stdout + done.stderr)
    return done.stdout


def tidy(value):
    """Without what is empty: a form does not tell it from what is absent."""
    if isinstance(value, dict):
        members = {key: tidy(member) for key, member in value.items() if key not in UNSHOWN}
        return {key: member for key, member in members.items() if member not in (None, "", [], {})}
    if isinstance(value, list):
        return [tidy(item) for item in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value == int(value) else value


def has_boxes_without_font(pdf):
    """Boxes are ticked to be seen, and programs that draw them anew have their ticks from a font that the form names."""
    text = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(pdf), "-"], capture_output=True, check=True).stdout
    def content(number):
        return re.search(rb"\n%s 0 obj\n.*?stream\n(.*?)endstream" % number, text, re.S).group(1)

    states = re.findall(rb"/N <<\s+/\w+ (\d+) 0 R\s+/Off (\d+) 0 R", text)
    if any(content(on) == content(off) for on, off in states):
        return True
    return b"/FT /Btn" in text and b"/BaseFont /ZapfDingbats" not in text


def digits(pdf):
    """Arabic or Thai: numbers are written as the template's settings say."""
    text = run("pdftotext", pdf, "-")
    return {kind for kind, all_of in (("arabic", "0123456789"), ("thai", "๐๑๒๓๔๕๖๗๘๙")) if set(all_of) & set(text)}


def extracted(saraban, pdf, folder):
    run(saraban, "form", "extract", pdf, "-o", folder / "back.yaml", "--quiet")
    return folder / "back.yaml"


def text_of(saraban, template, data, common):
    """What the template says when it is filled."""
    return run(saraban, "dump", template, "-d", data, "--as", "text", *common)


def check_pictures(saraban, folder):
    """A form has boxes where pictures and codes are to be put."""
    tags = ("{{ รูป | image(width='4cm', height='3cm') }}", "{{ ลิงก์ | qr }}")
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + "".join(f"<w:p><w:r><w:t>{tag}</w:t></w:r></w:p>" for tag in tags)
        + "</w:body></w:document>",
    }
    template, wrong = folder / "pictures.docx", []
    with zipfile.ZipFile(template, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    for mode in ("--blank", "--fillable"):
        pdf = folder / (mode[2:] + ".pdf")
        run(saraban, "render", template, mode, "-o", pdf, "--ignore-system-fonts", "--quiet")
        boxes = run("pdfimages", "-list", pdf).splitlines()[2:]
        if [line.split()[3:5] for line in boxes] != [["400", "300"], ["250", "250"]]:
            wrong.append(f"{mode} has not the boxes of its pictures: {boxes}")
    return wrong


def check(saraban, root, template, data, folder, places_for_all):
    record = tidy(yaml.safe_load(data.read_text()))
    common = ["--ignore-system-fonts", "--quiet", "--assets", root / "samples"]
    empty, filled, given = folder / "empty.pdf", folder / "filled.pdf", folder / "given.pdf"
    run(saraban, "render", template, "--fillable", "-o", folder / "rendered.pdf", *common)
    run(saraban, "form", "create", template, "-o", empty, *common)
    run(saraban, "render", template, "--fillable", "-d", data, "-o", given, *common)
    cut = subprocess.run([saraban, "form", "fill", empty, "-d", data, "-o", filled], capture_output=True, text=True, check=True)
    wrong = []
    if empty.read_bytes() != (folder / "rendered.pdf").read_bytes():
        wrong.append(f"{template.name}: form create is not render --fillable")
    if template.stem in ("group-register", "progress-report"):
        if "pdf-text-cut" in cut.stderr:
            wrong.append(f"{template.name}: {cut.stderr}")
        if text_of(saraban, template, data, common) != text_of(saraban, template, extracted(saraban, filled, folder), common):
            wrong.append(f"{template.name}: the data read back fills the template otherwise")
    if digits(filled) != digits(given):
        wrong.append(f"{template.name}: {digits(filled)} were filled in, {digits(given)} rendered")
    for name, pdf, whole in (("filled", filled, places_for_all), ("given", given, True)):
        run("qpdf", "--check", pdf)
        if has_boxes_without_font(pdf):
            wrong.append(f"{template.name}, {name}: boxes without their ticks")
        back = tidy(json.loads(run(saraban, "form", "extract", pdf)))
        if whole and back != record:
            wrong.append(f"{template.name}, {name}: {json.dumps(back, ensure_ascii=False)}")
    return wrong


def plain(value):
    """As data files say it: dates as text, whole numbers whole, nothing left out."""
    if isinstance(value, dict):
        return {key: plain(member) for key, member in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value == int(value) else value


def check_identity(saraban, root, folder):
    """data, fillable, fill, extract, data: the identity for every sample and both formats, nothing left out."""
    wrong = []
    for line in (root / "samples/list").read_text().splitlines():
        if not line or line.startswith("#") or line.endswith(" package"):
            continue
        kind, data = line.split()[1:3]
        record = plain(yaml.safe_load((root / "samples" / data).read_text()))
        for extension in (".docx", ".odt"):
            template = root / "templates" / kind / (kind + extension)
            run(saraban, "form", "create", template, "-o", folder / "f.pdf", "--quiet", "--ignore-system-fonts")
            run(saraban, "form", "fill", folder / "f.pdf", "-d", root / "samples" / data, "-o", folder / "g.pdf", "--quiet")
            back = json.loads(run(saraban, "form", "extract", folder / "g.pdf"))
            if back != record:
                wrong.append(f"{data} in {template.name}: {json.dumps(back, ensure_ascii=False)}")
    return wrong


def main():
    saraban, root = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    wrong = []
    for kind, data, places_for_all in (("group-register", "000-lampang-2561/group-register.yaml", True),
                                       ("progress-report", "000-lampang-2561/progress-report.yaml", True),
                                       ("action-plan", "003-buriram-2568/action-plan.yaml", True),
                                       ("project-proposal", "002-chachoengsao-2563/project-proposal-1.yaml", False)):
        with tempfile.TemporaryDirectory() as folder:
            for extension in (".docx", ".odt"):
                template = root / "templates" / kind / (kind + extension)
                wrong += check(saraban, root, template, root / "samples" / data, Path(folder), places_for_all)
    with tempfile.TemporaryDirectory() as folder:
        wrong += check_pictures(saraban, Path(folder))
        wrong += check_identity(saraban, root, Path(folder))
    print("\n".join(wrong) or "every form gives its data back")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
