"""A Word file is a zip archive of parts: those that never change, and those that are made from the content."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from lxml import etree

from spec_parser.model import Content
from spec_parser.render.outline import outline
from spec_parser.render.word.body import document
from spec_parser.render.word.margins import footer, header
from spec_parser.render.word.numbering import Numbering
from spec_parser.render.word.properties import core

_FIXED = Path(__file__).with_name("parts")
# In the order in which they stand in the archive; [Content_Types].xml must be the first.
_PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/app.xml",
    "docProps/core.xml",
    "word/document.xml",
    "word/_rels/document.xml.rels",
    "word/styles.xml",
    "word/numbering.xml",
    "word/settings.xml",
    "word/header1.xml",
    "word/footer1.xml",
)
# The first moment that a zip archive can tell.
_MOMENT = (1980, 1, 1, 0, 0, 0)


def render_docx(content: Content) -> bytes:
    """Print a class specification as a Word file, with real headings, lists and numbering.

    Args:
        content: what it says; a record will do.

    Returns:
        The file. It depends on the content only, on any machine and at any time: so it bears no date, and its parts
        are not compressed, since libraries that compress differ.
    """
    page = outline(content)
    numbering = Numbering()
    made = {
        "docProps/core.xml": core(page.name),
        "word/document.xml": document(page, numbering),
        "word/numbering.xml": numbering.part(),
        "word/header1.xml": header(page.name),
        "word/footer1.xml": footer(),
    }
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name in _PARTS:
            data = _serialized(made[name]) if name in made else (_FIXED / name).read_bytes()
            archive.writestr(ZipInfo(name, _MOMENT), data)
    return file.getvalue()


def _serialized(part: etree._Element) -> bytes:
    data: bytes = etree.tostring(part, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
