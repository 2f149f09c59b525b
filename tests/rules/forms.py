"""A text as a web page and as a Word file that keep every character and line of it."""

import html
import io
import re
import zipfile
from collections.abc import Iterator
from xml.sax.saxutils import escape

_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_BODY = """<?xml version="1.0" encoding="UTF-8"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>"""


def page(text: str) -> bytes:
    """The text as a web page: preformatted, as it stands."""
    return f'<!DOCTYPE html><meta charset="utf-8"><body><pre>\n{html.escape(text)}</pre></body>'.encode()


def word(text: str) -> bytes:
    """The text as a Word file: a paragraph for what stands between blank lines, and for each item of a list.

    Lines are divided into runs within words, as Word likes to do.
    """
    paragraphs = "".join(
        f"<w:p>{'<w:r><w:br/></w:r>'.join(_run(line[:7]) + _run(line[7:]) for line in lines)}</w:p>"
        for lines in _paragraphs(text)
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _RELATIONS)
        package.writestr("word/document.xml", _BODY.format(paragraphs))
    return packed.getvalue()


def _paragraphs(text: str) -> Iterator[list[str]]:
    for block in re.split(r"\n\s*\n|\n(?=[ ]*[•-] )", text):
        yield block.splitlines()


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
