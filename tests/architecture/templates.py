#!/usr/bin/python3
"""templates.py SOURCE_DIR: every kind has both formats, a schema, a page with a picture, a sample and a line in the guide; every feature F01-F45
of the guide's table is in the templates that it names. Prints every breach."""
import json
import re
import sys
import zipfile
from pathlib import Path

# What a template that has the feature must hold, in its XML or its text; where nothing could show it, the sample's test does.
EVIDENCE = {
    "F01": r"wp:anchor", "F02": r"\{% if ", "F03": r"FF0000", "F04": r"หนังสือ ที่อยู่ส่วนราชการ", "F05": r"w:hanging",
    "F06": r"\{% for ส่ง in", "F07": r"loop\.index \}\}\. ", "F08": r"\.\{\{ loop\.index|\{\{ ที่ \}\}\.\{\{ ย่อย", "F09": r"catchword=",
    "F10": r"w:titlePg", "F11": r"bahttext", "F12": r"\| date", "F13": r"digits=เลข", "F14": r"keepLines", "F15": r"เจ้าของเรื่อง",
    "F16": r"<w:tbl>", "F17": r"\| sum\(|ยอด\.รวม", "F18": r"gridSpan.*vMerge|vMerge.*gridSpan", "F19": r"tblHeader",
    "F20": r"<w:tr>(?!<w:trPr><w:cantSplit)", "F21": r"rows\(\d+\)", "F22": r"landscape", "F23": r"blank\((lines|fill)", "F24": r"radio\(",
    "F25": r'pStyle w:val="Label"', "F26": r"<w:tc>(?:(?!</w:tc>).)*</w:p><w:p>", "F27": r"\| (qr|image)\(", "F28": r"รูป|ภาพ",
    "F29": r"สำเนาถูกต้อง", "F30": r"w:val=\"center\"", "F31": r"\.{20}", "F32": r"leader=\"dot\"|w:u |\| sum\(", "F33": r"template|ลิงก์",
    "F35": r"ผู้มาประชุม|ผู้เข้าร่วม", "F36": r"มติที่ประชุม", "F37": r"image\(", "F38": r"ตัวอย่าง", "F39": r"radio\(.*bahttext",
    "F42": r"nobreak", "F43": r"\{% for .*\{% for ", "F44": r"- ไม่มี -|else '-'", "F45": r"recursive",
}


def kinds(root):
    return sorted(path.stem for path in (root / "templates").glob("*/*.docx") if path.stem == path.parent.name)


def content(root, kind):
    with zipfile.ZipFile(root / "templates" / kind / (kind + ".docx")) as package:
        parts = [package.read(name).decode() for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")]
    xml = "\n".join(parts)
    return xml + "\n" + re.sub(r"<[^>]+>", "", xml)


def check_kinds(root):
    listed = {line.split()[1] for line in (root / "samples/list").read_text().splitlines() if line and not line.startswith("#")}
    guide = (root / "templates/README.md").read_text()
    for kind in kinds(root):
        folder = root / "templates" / kind
        for name in (kind + ".odt", "schema.json", "README.md"):
            if not (folder / name).exists():
                yield f"templates/{kind}: no {name}"
        schema = json.loads((folder / "schema.json").read_text())
        if not schema.get("title") or schema.get("type") != "object" or "required" not in schema:
            yield f"templates/{kind}/schema.json: no title, type or required"
        pictures = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (folder / "README.md").read_text())
        if not pictures or not all((folder / picture).exists() for picture in pictures):
            yield f"templates/{kind}/README.md: no picture"
        if kind not in listed:
            yield f"templates/{kind}: no sample in samples/list"
        if f"]({kind}/README.md)" not in guide:
            yield f"templates/{kind}: not in templates/README.md"


def check_guide(root):
    """Each small template of the guide has its pictures in it; no picture is missing."""
    guide = root / "templates/README.md"
    pictures = set(re.findall(r"!\[[^\]]*\]\(([^)]+)\)", guide.read_text()))
    for picture in sorted(pictures):
        if not (guide.parent / picture).exists():
            yield f"templates/README.md: no picture {picture}"
    for template in sorted((root / "templates/guide").glob("*.docx")):
        for picture in (f"guide/{template.stem}-template.png", f"guide/{template.stem}.png"):
            if picture not in pictures:
                yield f"templates/README.md: {picture} is not shown"


def check_features(root):
    guide = (root / "templates/README.md").read_text()
    table = dict(re.findall(r"^\| (F\d\d) \|[^|]*\|([^|]*)\|$", guide, re.M))
    known = set(kinds(root))
    for number in range(1, 46):
        feature = f"F{number:02}"
        named = re.findall(r"`([a-z-]+)`", table.get(feature, ""))
        if not named:
            yield f"templates/README.md: {feature} is in no template"
        for kind in named:
            if kind in ("package", "check"):
                continue
            if kind not in known:
                yield f"templates/README.md: {feature} names {kind}, which is no template"
            elif feature in EVIDENCE and not re.search(EVIDENCE[feature], content(root, kind), re.S):
                yield f"templates/{kind}: nothing of {feature}"


def main():
    root = Path(sys.argv[1])
    breaches = [*check_kinds(root), *check_guide(root), *check_features(root)]
    print("\n".join(breaches + [f"{len(kinds(root))} kinds, {len(breaches)} breaches"]))
    return 1 if breaches else 0


sys.exit(main())
