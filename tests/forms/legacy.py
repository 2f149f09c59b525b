"""Layouts of older days, each of which a PDF hides in its own way."""

import re
from collections.abc import Callable
from html import escape
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from spec_parser.model import Content
from spec_parser.render import render_text
from spec_parser.render.html import render_html
from spec_parser.render.word import render_docx
from tests.forms import browser, office
from tests.forms.index import LegacyLayout

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COLUMNS = """<style>
@page { size: letter; margin: 22mm 16mm;
  @top-left { content: "Classification Plan"; font: italic 9pt "Liberation Serif"; }
  @top-right { content: "Part II"; font: italic 9pt "Liberation Serif"; }
  @bottom-center { content: "- " counter(page) " -"; font: 9pt "Liberation Serif"; } }
article { columns: 2; column-gap: 9mm; }
.masthead, .banner { column-span: all; }
body { font: 9.5pt/1.3 "Liberation Serif", serif !important; }
</style></head>"""
_TABLE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name}</title><style>
@page {{ size: letter; margin: 18mm 15mm; @bottom-right {{ content: "Page " counter(page); font: 8pt Arial; }} }}
body {{ font: 9.5pt/1.35 "Liberation Sans", Arial; }}
table.frame {{ border-collapse: collapse; width: 100%; }}
table.frame > tbody > tr > * {{ border: 0.75pt solid #000; padding: 4pt 6pt; text-align: left; vertical-align: top; }}
table.frame > tbody > tr > th {{ width: 33%; }}
h1 {{ font-size: 14pt; }} .masthead {{ text-align: center; }}
</style></head><body>"""
# The marks of Word's own lists: fonts of symbols, and the letter o.
_SYMBOLS = (("Symbol", "\uf0b7"), ("Courier New", "o"), ("Wingdings", "\uf0a7"))


def pdf(content: Content, layout: LegacyLayout) -> bytes:
    """The source of a layout as it is given to the program that prints it, printed."""
    printer, source = SOURCES[layout]
    return printer(source(content))


def _columns(content: Content) -> bytes:
    """Two columns, a running head and page numbers."""
    return render_html(content).replace("</head>", _COLUMNS).encode()


def _table(content: Content) -> bytes:
    """Headers in the left column of a ruled table, what they head in the right one; rows run over pages."""
    page = etree.HTML(render_html(content))
    (article,) = page.iter("article")
    parts = [_TABLE.format(name=escape(page.findtext(".//title") or ""))]
    table = False
    for section in article:
        heading = section.find("h2")
        if heading is None:
            parts.append("</tbody></table>" if table else "")
            parts.append(_markup(section))
            table = False
            continue
        section.remove(heading)
        parts.append("" if table else '<table class="frame"><tbody>')
        table = True
        parts.append(f"<tr><th>{escape(heading.text or '')}</th><td>{_markup(section)}</td></tr>")
    return "\n".join([*parts, "</tbody></table>" if table else "", "</body></html>\n"]).encode()


def _markup(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", method="html")


def _typewriter(content: Content) -> bytes:
    """Plain text in a fixed pitch, broken at 72 columns, as a mail program prints it."""
    text = escape(render_text(content, width=72))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Text</title><style>'
        '@page { size: letter; margin: 1in; } pre { font: 10.5pt/1.2 "Liberation Mono"; margin: 0; }'
        f"</style></head><body><pre>{text}</pre></body></html>\n"
    ).encode()


def _justified(content: Content) -> bytes:
    """Both margins even, words divided at line ends."""

    def even(name: str, data: bytes) -> bytes:
        if name == "word/styles.xml":
            return data.replace(b"<w:pPrDefault>\n      <w:pPr>", b'<w:pPrDefault><w:pPr><w:jc w:val="both"/>', 1)
        if name == "word/settings.xml":
            return data.replace(b"<w:compat>", b"<w:autoHyphenation/><w:compat>", 1)
        if name == "word/document.xml":
            return re.sub(rb'w:(left|right)="1440"', rb'w:\1="2200"', data)
        return data

    return _changed(render_docx(content), even)


def _symbols(content: Content) -> bytes:
    """Lists by Word's own hand: marks in Symbol, Courier New and Wingdings."""

    def marked(name: str, data: bytes) -> bytes:
        if name != "word/numbering.xml":
            return data
        numbering = etree.fromstring(data)
        for level in numbering.iterfind(f".//{_W}numFmt[@{_W}val='bullet']/.."):
            font, glyph = _SYMBOLS[int(level.get(f"{_W}ilvl", "0")) % len(_SYMBOLS)]
            for text in level.iterfind(f"{_W}lvlText"):
                text.set(f"{_W}val", glyph)
            fonts = etree.SubElement(etree.SubElement(level, f"{_W}rPr"), f"{_W}rFonts")
            for script in ("ascii", "hAnsi", "cs"):
                fonts.set(f"{_W}{script}", font)
        return etree.tostring(numbering, xml_declaration=True, encoding="UTF-8", standalone=True)

    return _changed(render_docx(content), marked)


def _changed(file: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A Word file with its parts changed."""
    changed = BytesIO()
    with ZipFile(BytesIO(file)) as before, ZipFile(changed, "w") as after:
        for part in before.infolist():
            after.writestr(part, change(part.filename, before.read(part)))
    return changed.getvalue()


SOURCES: dict[LegacyLayout, tuple[Callable[[bytes], bytes], Callable[[Content], bytes]]] = {
    "columns": (browser.print_page, _columns),
    "table": (browser.print_page, _table),
    "typewriter": (browser.print_page, _typewriter),
    "justified": (office.export, _justified),
    "symbols": (office.export, _symbols),
}
"""For each layout the program that prints it, and what is given to that."""
