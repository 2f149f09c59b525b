"""Writes the smallest Word files that hold what a case is about."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
STRICT = {
    "w": "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "r": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    "m": "http://purl.oclc.org/ooxml/officeDocument/math",
}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# The parts that a case may write besides the document, with the element that each is.
ROOTS = {
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header1": "hdr",
    "header2": "hdr",
    "footer1": "ftr",
    "footer2": "ftr",
}


def package(case: Mapping[str, Any]) -> bytes:
    """The bytes of the Word file of a case."""
    return archive(parts(case))


def archive(entries: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these entries, the same on every run."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as file:
        for name, content in entries.items():
            file.writestr(zipfile.ZipInfo(name), content, packing)
    return written.getvalue()


def parts(case: Mapping[str, Any]) -> dict[str, str | bytes]:
    """The parts of the Word file of a case.

    `body` is a list: XML stands as it is; a text is a paragraph; `{list: 1, level: 0, text: ...}` is an item. The other
    parts are XML without their root.
    """
    spaces = {**NAMESPACES, **STRICT} if case.get("strict") else NAMESPACES
    kinds = spaces["r"]
    main = case.get("main", "word/document.xml")
    folder = main.rpartition("/")[0]
    others = [name for name in ROOTS if name in case]
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(main, others, case.get("content_type", f"{WORD}document.main+xml")),
        "_rels/.rels": _relationships([("rId1", f"{kinds}/officeDocument", f"/{main}")]),
        main: _root(spaces, "document", f"<w:body>{''.join(map(_block, case['body']))}</w:body>"),
    }
    if others:
        found[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = _relationships(
            (name, f"{kinds}/{name.rstrip('12')}", f"{name}.xml") for name in others
        )
    for name in others:
        found[f"{folder}/{name}.xml"] = _root(spaces, ROOTS[name], case[name])
    return found


def _block(block: str | Mapping[str, Any]) -> str:
    if isinstance(block, str):
        return block if block.startswith("<") else f"<w:p>{_run(block)}</w:p>"
    properties = ""
    if "style" in block:
        properties += f'<w:pStyle w:val="{block["style"]}"/>'
    if "list" in block:
        properties += f'<w:numPr><w:ilvl w:val="{block.get("level", 0)}"/><w:numId w:val="{block["list"]}"/></w:numPr>'
    properties += block.get("properties", "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{_run(block['text'])}</w:p>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _root(spaces: Mapping[str, str], name: str, content: str) -> str:
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {declared}>{content}</w:{name}>'


def _content_types(main: str, others: Iterable[str], content_type: str) -> str:
    folder = main.rpartition("/")[0]
    overrides = [(f"/{main}", content_type)]
    overrides += [(f"/{folder}/{name}.xml", f"{WORD}{name.rstrip('12')}+xml") for name in others]
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in overrides)
        + "</Types>"
    )


def _relationships(relations: Iterable[tuple[str, str, str]]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"/>'
            for identifier, kind, target in relations
        )
        + "</Relationships>"
    )
