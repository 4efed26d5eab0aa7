"""PDF/A-2 and PDF/UA-1: the clauses that a program can check, read back with an independent reader.

usage: pdf_standards.py SARABAN SOURCE_FOLDER
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def resolved(value):
    return value.get_object() if isinstance(value, IndirectObject) else value


class Checks:
    def __init__(self, path):
        self.data = path.read_bytes()
        self.reader = PdfReader(str(path))
        self.root = resolved(self.reader.trailer["/Root"])
        self.faults = []

    def expect(self, holds, clause):
        if not holds:
            self.faults.append(clause)

    def objects(self):
        numbers = set(self.reader.xref_objStm)
        for generation in self.reader.xref.values():
            numbers |= set(generation)
        for number in sorted(numbers):
            try:
                yield resolved(IndirectObject(number, 0, self.reader))
            except Exception:  # An unused number.
                continue

    def xmp(self):
        stream = resolved(self.root["/Metadata"])
        self.expect("/Filter" not in stream, "19005-2 6.6.2.1: XMP is not filtered")
        text = stream.get_data().decode("utf-8")
        packet = re.sub(r"<\?xpacket[^>]*\?>", "", text)
        return text, ElementTree.fromstring(packet)

    # ISO 19005-2
    def archive(self, level):
        self.expect(re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", self.data), "6.1.2 header")
        self.expect("/ID" in self.reader.trailer, "6.1.3 file identifier")
        self.expect("/Encrypt" not in self.reader.trailer, "6.1.3 no encryption")
        intents = [resolved(i) for i in resolved(self.root.get("/OutputIntents", ArrayObject()))]
        self.expect(len(intents) == 1 and intents[0]["/S"] == "/GTS_PDFA1", "6.2.3 output intent")
        profile = resolved(intents[0]["/DestOutputProfile"])
        self.profile(profile.get_data())
        self.expect(profile["/N"] == 3, "6.2.3 components of the profile")
        text, tree = self.xmp()
        self.expect("<pdfaid:part>2</pdfaid:part>" in text, "6.6.4 part")
        self.expect(f"<pdfaid:conformance>{level}<" in text, "6.6.4 conformance")
        self.information(text)
        for item in self.objects():
            self.archived_object(item)
        for page in self.reader.pages:
            self.colors(page)
            for note in page.get("/Annots", []):
                note = resolved(note)
                self.expect(int(note.get("/F", 0)) & 4 and not int(note.get("/F", 0)) & 0x63, "6.3.2 flags")
        form = resolved(self.root.get("/AcroForm", DictionaryObject()))
        self.expect(str(form.get("/NeedAppearances", False)) != "True", "6.4.1 appearances")
        self.expect("/XFA" not in form, "6.4.2 XFA")

    def profile(self, icc):
        self.expect(len(icc) == int.from_bytes(icc[:4], "big"), "ICC size")
        self.expect(icc[36:40] == b"acsp" and icc[12:24] == b"mntrRGB XYZ ", "ICC header")
        count = int.from_bytes(icc[128:132], "big")
        tags = {icc[132 + 12 * i : 136 + 12 * i] for i in range(count)}
        wanted = {b"desc", b"cprt", b"wtpt", b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"}
        self.expect(wanted <= tags, "ICC tags")
        for i in range(count):
            start, size = (int.from_bytes(icc[136 + 12 * i + 4 * k : 140 + 12 * i + 4 * k], "big") for k in (0, 1))
            self.expect(start % 4 == 0 and start + size <= len(icc), "ICC tag's place")

    def information(self, xmp):
        info = self.reader.metadata or {}
        for key, value in info.items():
            if key in ("/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer"):
                escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                self.expect(escaped in xmp, f"6.6.3 {key} in XMP")
        moment = info.get("/CreationDate", "")[2:10]
        self.expect(f"{moment[:4]}-{moment[4:6]}-{moment[6:8]}T" in xmp, "6.6.3 dates agree")

    def archived_object(self, item):
        if isinstance(item, StreamObject):
            self.expect("/F" not in item, "6.1.7.1 external streams")
            filters = item.get("/Filter", ArrayObject())
            filters = filters if isinstance(filters, ArrayObject) else [filters]
            self.expect("/LZWDecode" not in filters, "6.1.7.2 LZW")
            if item.get("/Subtype") == "/Image":
                self.expect(not item.get("/Interpolate", False), "6.2.8 interpolation")
                self.expect(item.get("/ColorSpace") != "/DeviceCMYK", "6.2.4.3 CMYK without its profile")
        if not isinstance(item, DictionaryObject):
            return
        if item.get("/Type") == "/Font":
            self.font(item)
        if item.get("/Type") == "/ExtGState":
            self.expect("/TR" not in item and "/HTP" not in item, "6.2.5")
        if "/S" in item and item.get("/S") in ("/JavaScript", "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData"):
            self.expect(False, "6.5.1 action " + item["/S"])
        self.expect("/AA" not in item or item.get("/Type") == "/Font", "6.4.1 additional actions")

    def font(self, font):
        if font["/Subtype"] == "/Type0":
            self.expect("/ToUnicode" in font, "6.2.11.7.2 Unicode mapping")
            cmap = resolved(font["/ToUnicode"]).get_data().decode("ascii")
            self.expect("<0000>" not in re.sub(r"<0000>\s*<FFFF>", "", cmap.upper()).split("BEGINBFCHAR")[-1].replace("<0000> <", "")
                        and "<FFFE>" not in cmap.upper(), "6.2.11.7.2 no U+0000, U+FFFE")
            inner = resolved(resolved(font["/DescendantFonts"])[0])
            if inner["/Subtype"] == "/CIDFontType2":
                self.expect("/CIDToGIDMap" in inner, "6.2.11.3.2 CIDToGIDMap")
            self.expect("/CIDSystemInfo" in inner and "/W" in inner, "6.2.11.3 CIDFont")
            font = inner
        if font["/Subtype"] == "/Type3":
            return
        descriptor = resolved(font["/FontDescriptor"])
        self.expect(any(k in descriptor for k in ("/FontFile", "/FontFile2", "/FontFile3")), "6.2.11.4 embedded")

    def colors(self, page):
        content = page.get_contents()
        text = content.get_data() if content else b""
        self.expect(not re.search(rb"(?<![\w.])[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK]\s", text), "6.2.4.3 CMYK")
        if re.search(rb"/\w+ gs\s", text) and "/Group" in page:
            self.expect(resolved(page["/Group"]).get("/CS") == "/DeviceRGB", "6.2.10 group's colours")

    # ISO 14289-1 and level A of ISO 19005-2
    def tagged(self):
        self.expect(resolved(self.root.get("/MarkInfo", {})).get("/Marked") is True or
                    str(resolved(self.root.get("/MarkInfo", {})).get("/Marked")) == "True", "marked")
        self.expect("/Lang" in self.root, "natural language")
        self.expect("/StructTreeRoot" in self.root, "structure tree")
        for page in self.reader.pages:
            content = page.get_contents()
            text = content.get_data() if content else b""
            self.marked_content(text)

    def marked_content(self, text):
        depth = 0
        for operator in re.findall(rb"(?:(?<=[\s>])|^)(BMC|BDC|EMC|BT|Do|f\*?|S|B\*?)(?=\s|$)", text):
            if operator in (b"BMC", b"BDC"):
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif depth < 1:
                self.expect(False, "7.1: content is tagged or an artifact")
                return
        self.expect(depth == 0, "14.6: marked content ends")

    def accessible(self):
        self.tagged()
        text, tree = self.xmp()
        self.expect("<pdfuaid:part>1</pdfuaid:part>" in text, "14289-1 5")
        self.expect("<dc:title>" in text, "7.1 title")
        viewer = resolved(self.root.get("/ViewerPreferences", {}))
        self.expect(str(viewer.get("/DisplayDocTitle")) == "True", "7.1 title shows")
        self.level, self.ids = 0, set()
        self.walk(resolved(self.root["/StructTreeRoot"]))
        for page in self.reader.pages:
            if "/Annots" in page:
                self.expect(page.get("/Tabs") == "/S", "7.18.3 tab order")
            for note in page.get("/Annots", []):
                note = resolved(note)
                self.expect("/StructParent" in note, "7.18.1 annotations are in the structure")
                if note["/Subtype"] == "/Link":
                    self.expect("/Contents" in note, "7.18.5 links have contents")
                if note["/Subtype"] == "/Widget":
                    parent = resolved(note.get("/Parent", note))
                    self.expect("/TU" in note or "/TU" in parent, "7.18.1 fields have names for people")

    def walk(self, element):
        kids = resolved(element.get("/K", ArrayObject()))
        for kid in kids if isinstance(kids, ArrayObject) else [kids]:
            kid = resolved(kid)
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                self.element(kid)
                self.walk(kid)

    def element(self, element):
        kind = element["/S"]
        if re.fullmatch(r"/H[1-6]", kind):
            self.expect(int(kind[2]) <= self.level + 1, "7.4.2 headings skip no level")
            self.level = int(kind[2])
        if kind == "/Figure":
            self.expect(element.get("/Alt", ""), "7.3 figures have alternatives")
        if kind == "/TH":
            attributes = resolved(element.get("/A", DictionaryObject()))
            self.expect("/Scope" in attributes, "7.5 header cells have a scope")
        if kind == "/Note":
            self.expect("/ID" in element and element["/ID"] not in self.ids, "7.9 notes have ids")
            self.ids.add(element.get("/ID"))


def faults_of(path, standard):
    checks = Checks(path)
    if "a-2" in standard:
        checks.archive("A" if "a-2a" in standard else "U")
    if "a-2a" in standard:
        checks.tagged()
    if "ua-1" in standard:
        checks.accessible()
    return sorted(set(checks.faults))


def main():
    saraban, source = sys.argv[1], Path(sys.argv[2])
    documents = [d for kind in ("docx", "odt") for d in sorted(source.glob(f"templates/*/*.{kind}")) if d.parent.name != "guide"]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, document in enumerate(documents):
            for standard in ("a-2u", "a-2a,ua-1"):
                out = Path(folder) / f"{number}.pdf"
                mode = ["--fillable"] if standard != "a-2u" and number % 2 else ["--blank"]
                made = subprocess.run(
                    [saraban, "render", document, *mode, "--pdf-standard", standard, "-o", out, "--quiet"],
                    capture_output=True, text=True)
                faults = [made.stderr] if made.returncode else faults_of(out, standard)
                for fault in faults:
                    failed += 1
                    print(f"{document.name} {standard} {mode[0]}: {fault}")
    print(f"{len(documents)} documents, {failed} faults")
    return 1 if failed or not documents else 0


if __name__ == "__main__":
    sys.exit(main())
