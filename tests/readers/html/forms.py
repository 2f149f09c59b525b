"""One specification as the web pages that people make of it: what is written here must read as its text does."""

import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from typing import NamedTuple

import spec_parser

_TINY = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span>"
_ITEM = re.compile(r"( *)(?:[•◦▪·*-]|(\d{1,2}\.|[a-z]\.)) (.*)")


class Block(NamedTuple):
    """A paragraph, or an item with its depth from 1 and its number if it has one."""

    text: str
    depth: int = 0
    marker: str = ""


class Section(NamedTuple):
    """A header, if there is one, and what stands below it."""

    header: str | None
    body: list[Block]


def sections(text: str) -> list[Section]:
    """The sections of a specification in dialect A; what stands above the first header is one without."""
    parsed = spec_parser.parse(text)
    headers = {parsed.document.text[piece.start : piece.end] for piece in parsed.pieces if piece.kind == "header"}
    found = [Section(None, [])]
    lines = text.replace("BiWeekly /\n", "BiWeekly / ").splitlines()
    margin = min((len(item[1]) for line in lines if (item := _ITEM.fullmatch(line))), default=0)
    for line in lines:
        item = _ITEM.fullmatch(line)
        if line.strip() in headers:
            found.append(Section(line.strip(), []))
        elif item is not None:
            found[-1].body.append(Block(item[3].strip(), (len(item[1]) - margin) // 2 + 1, item[2] or ""))
        elif line.strip():
            found[-1].body.append(Block(line.strip()))
    return found


def _runs(body: list[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Paragraphs and items by turns."""
    for is_list, run in groupby(body, key=lambda block: block.depth > 0):
        yield is_list, list(run)


def _paragraph(block: Block) -> str:
    return f'<p style="margin:0in 0in 8pt"><span style="color:black">{escape(block.text)}</span><o:p></o:p></p>\n'


def _list(items: list[Block], end: str = "</li>", *, beside: bool = False) -> str:
    """A list of lists, the inner ones within the items above them or beside them; `end` closes an item."""
    page = ""
    around = "" if beside else end
    kinds: list[str] = []
    for item in items:
        while len(kinds) > item.depth:
            page += f"{around}</{kinds.pop()}>\n"
        if len(kinds) == item.depth:
            page += around
        while len(kinds) < item.depth:
            kinds.append("ol" if item.marker else "ul")
            page += f"<{kinds[-1]}{' type=a' if item.marker.startswith('a') else ''}>\n"
        page += f"<li>{escape(item.text)}&nbsp;{end if beside else ''}"
    while kinds:
        page += f"{around}</{kinds.pop()}>\n"
    return page


def class_page(text: str) -> str:
    """The site's own page: each section a row of a layout table, its header bold in a span."""
    page = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><TITLE>Class Specification</TITLE><META http-equiv="Content-Type" content="text/html; charset=utf-8">
<style type="text/css">.SecHead {font-weight: bold} .mid {text-align: center} #nav {display:none}</style>
<script>document.write("<p>no text</p>");</script></HEAD><BODY>
<TABLE id="nav"><TR><TD><A href="index.asp">Index</A> | <a href="javascript:window.print()">Print</a></TABLE>
<TABLE width="95%" border="0">
"""
    for section in sections(text):
        page += '<TR><TD class="bodytext">'
        if section.header is None:
            page += "".join(f'<div class="mid">{escape(block.text)}</div><br>\n' for block in section.body)
        else:
            page += f'<span class="SecHead"><B>{escape(section.header)}</B></span><BR><BR>\n'
            for is_list, run in _runs(section.body):
                page += _list(run) if is_list else "".join(map(_paragraph, run))
        page += "</TD></TR>\n"
    return page + "</TABLE></BODY></HTML>\n"


def header_column(text: str) -> str:
    """A table with the headers in its left column and their text in the right one; half of its tags are not closed."""
    page = "<table border=1 cellpadding=4>"
    for section in sections(text):
        if section.header is None:
            page += "".join(f"<tr><td colspan=2 align=center>{escape(block.text)}" for block in section.body)
            continue
        page += f"<tr><td valign=top><strong>{escape(section.header)}</strong>\n<td>"
        for is_list, run in _runs(section.body):
            page += _list(run, "") if is_list else "".join(f"<p>{escape(block.text)}" for block in run)
    return page + "</table>"


def broken_lines(text: str) -> str:
    """Lines that only `br` divides, bullets typed, blanks for indentation."""
    page = "<html><body><font face=Arial size=2>\n"
    for section in sections(text):
        if section.header is not None:
            page += f"<b>{escape(section.header)}</b><br><br>\n"
        for is_list, run in _runs(section.body):
            for block in run:
                mark = f"{'&nbsp;' * (4 * block.depth)}{block.marker or '&bull;'} " if is_list else ""
                page += f"{mark}{escape(block.text)}<br>\n" + "<br>\n" * (not is_list)
        page += "<br>\n"
    return page + "</font></body></html>"


def word_page(text: str) -> str:
    """What a word processor saves: every item a paragraph, its mark typed, its depth in its style."""
    glyphs = ("·", "o", "§", "·", "o", "§", "·", "o")
    fonts = ("Symbol", "Courier New", "Wingdings")
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><style><!--
p.MsoListParagraph {margin-left:.5in; mso-style-priority:34}
@list l0:level1 {mso-level-number-format:bullet; mso-level-text:·;}
--></style><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>no text</o:OfficeDocumentSettings></xml><![endif]-->
</head><body lang="EN-US"><div class="WordSection1">
"""
    for section in sections(text):
        if section.header is not None:
            page += (
                f'<p class="MsoNormal"><b><span style="font-size:11pt">{escape(section.header)}<o:p></o:p></span></b>\n'
            )
        for block in section.body:
            if not block.depth:
                page += f'<p class="MsoNormal">{escape(block.text)}<o:p></o:p></p>\n'
                continue
            at = block.depth - 1
            page += (
                f'<p class="MsoListParagraph" style=\'margin-left:{block.depth / 2}in;text-indent:-.25in;'
                f"mso-list:l0 level{block.depth} lfo1'><![if !supportLists]><span style='font-family:{fonts[at % 3]}'>"
                f"<span style='mso-list:Ignore'>{block.marker or glyphs[at]}{_TINY}</span></span><![endif]>"
                f"{escape(block.text)}<o:p></o:p></p>\n"
            )
    return page + "</div></body></html>"


def filtered_word_page(text: str) -> str:
    """What a word processor saves as filtered HTML: only margins tell how deep an item is."""
    page = "<div>"
    for section in sections(text):
        if section.header is not None:
            page += f"<p class=MsoNormal><b>{escape(section.header)}</b></p>\n"
        for block in section.body:
            if not block.depth:
                page += f"<p class=MsoNormal>{escape(block.text)}</p>\n"
                continue
            page += (
                f"<p style='margin-left:{block.depth * 36}.0pt;text-indent:-18.0pt'><span style='font-family:Symbol'>"
                f"{block.marker or '·'}{_TINY}</span>{escape(block.text)}"
                "</p>\n"
            )
    return page + "</div>"


def headings(text: str) -> str:
    """A page of today: headings, `main`, `nav`, `footer`; lists that stand in lists without an item around them."""
    page = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Job classes</title><header><a href=/>State</a>"
        "</header><nav><ul><li><a href=#a>Jobs</a><li><a href=#b>Classes</a></ul></nav><main><article>\n"
    )
    for section in sections(text):
        if section.header is not None:
            page += f"<section><h2>{escape(section.header)}</h2>\n"
        for is_list, run in _runs(section.body):
            page += _list(run, beside=True) if is_list else "".join(f"<p>{escape(block.text)}</p>" for block in run)
    return page + "</article></main><footer><p>Contact <a href=mailto:x@example.org>us</a></footer></html>"


def preformatted(text: str) -> str:
    """The text as it is."""
    return f"<html><body><pre>\n{escape(text)}</pre></body></html>"


FORMS: dict[str, Callable[[str], str]] = {
    form.__name__: form
    for form in (
        class_page,
        header_column,
        broken_lines,
        word_page,
        filtered_word_page,
        headings,
        preformatted,
    )
}
