#!/usr/bin/python3
"""messages.py ROOT [--write]: engine/README.md has a table of all diagnostic codes, with what they say in both languages.

Also: every code that the engine reports has words, every code with words is reported somewhere, and words name only
arguments that the English text or its hint names too.
"""
import re
import sys
from pathlib import Path

BEGIN, END = "<!-- codes -->", "<!-- end of codes -->"
LITERAL = r'"((?:[^"\\]|\\.)*)"'
LINES = rf"{LITERAL}(?:\s*{LITERAL})*"


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: {"n": " ", "t": " "}.get(m.group(1), m.group(1)), text)


def texts_in(entry):
    """The five texts of an entry; neighbouring literals are one."""
    texts, last = [], None
    for match in re.finditer(LITERAL, entry):
        if last is not None and entry[last: match.start()].strip() == "":
            texts[-1] += unescaped(match.group(1))
        else:
            texts.append(unescaped(match.group(1)))
        last = match.end()
    return texts


def messages(root):
    found = {}
    for table in sorted((root / "engine/base").glob("messages_*_table.cpp")):
        body = table.read_text().split("table[] = {", 1)[1]
        for entry in re.findall(r"\{\s*(" + LINES + r"(?:\s*,\s*" + LINES + r"){4})\s*\}", body):
            texts = texts_in(entry[0])
            found[texts[0]] = (table.name.removeprefix("messages_").removesuffix("_table.cpp"), *texts[1:])
    return found


def reported(root):
    """Codes that stand in the engine's code, however they are reported."""
    literals = set()
    for source in (root / "engine").rglob("*.*"):
        if source.suffix in (".cpp", ".h") and not re.match(r"messages_.*_table", source.stem):
            literals |= set(re.findall(r'"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)"', source.read_text()))
    return literals


def called(root):
    """Codes given to the calls that report."""
    call = re.compile(r'(?:\.(?:error|warning|notice|report|fault)|\bwarn|Failure)\(\s*(?:Fault::\w+,\s*)?"([a-z][a-z0-9-]*)"')
    return {code for source in (root / "engine").rglob("*.cpp") for code in call.findall(source.read_text())}


def cell(text):
    return text.replace("|", "\\|").replace("<", "&lt;").replace("{", "`{").replace("}", "}`").replace("``", "")


def table_of(found):
    rows = ["| code | about | says | ความหมาย |", "|---|---|---|---|"]
    rows += [f"| `{code}` | {about} | {cell(english)} | {cell(thai)} |" for code, (about, english, thai, *_) in sorted(found.items())]
    return "\n".join(rows)


def main():
    root = Path(sys.argv[1])
    found, readme = messages(root), root / "engine/README.md"
    text = readme.read_text()
    head, rest = text.split(BEGIN)
    _, tail = rest.split(END)
    whole = head + BEGIN + "\n" + table_of(found) + "\n" + END + tail
    if "--write" in sys.argv:
        readme.write_text(whole)
    faults = [] if readme.read_text() == whole else ["engine/README.md: its table of codes is old: messages.py . --write"]
    known = reported(root)
    faults += [f"{code}: nothing reports it" for code in sorted(found.keys() - known)]
    faults += [f"{code}: it has no words" for code in sorted(called(root) - found.keys())]
    for code, (_, english, thai, hint, thai_hint) in found.items():
        for name in set(re.findall(r"\{(\w+)\}", thai + thai_hint)) - set(re.findall(r"\{(\w+)\}", english + hint)):
            faults.append(f"{code}: only the Thai words name {{{name}}}")
        if not thai or bool(hint) != bool(thai_hint):
            faults.append(f"{code}: the languages do not say the same")
    print("\n".join(faults + [f"{len(found)} codes, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
