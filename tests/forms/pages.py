"""Class pages as a state's site serves them: the same content in the markup of several decades.

These pages are meant to be as bad as real ones are; `spec_parser.render.html` writes good ones.
"""

from collections.abc import Callable, Iterator
from html import escape

from spec_parser.model import Content
from spec_parser.render.html import render_html
from spec_parser.render.numbers import Entry, entries
from spec_parser.render.outline import Outline, Outlined, Part, outline
from tests.forms import old_site
from tests.forms.index import PageLayout

_SITE_HEAD = """<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<HTML><HEAD><TITLE>Class Specification: {name}</TITLE>
<META http-equiv="Content-Type" content="text/html; charset=utf-8">
<style type="text/css">
BODY {{font-family: Arial, Helvetica, sans-serif; font-size: 10pt;}}
.Name {{font-size: 16pt; font-weight: bold; text-align: center}}
.Centred {{font-size: 11pt; text-align: center}}
.Head {{font-weight: bold}}
TD.text {{font-size: 10pt; padding: 2px 0 10px 0}}
@media print {{ #menu {{display: none}} }}
</style>
<script type="text/javascript">function printPage() {{ window.print(); }}
var label = "<b>EXAMPLES OF DUTIES</b>";</script>
</HEAD><BODY bgcolor="#FFFFFF">
<TABLE width="100%" border=0 cellspacing=0 cellpadding=0 id="menu"><TR><TD><A href="index.asp">Class Specs Index</A> | \
<A href="../jobs.asp">Job Openings</A> | <a href="javascript:printPage()">Print</a></TD></TR></TABLE>
<TABLE width="95%" align="center" border="0" cellpadding="0" cellspacing="0">
"""
_SITE_FOOT = "</TABLE>\n</BODY></HTML>\n"

Printer = Callable[[Part], Iterator[str]]


def page(content: Content, layout: PageLayout) -> bytes:
    """A page in one of the layouts."""
    if layout == "published":
        return render_html(content).encode()
    if layout in ("old", "old, ruled"):
        return old_site.page(outline(content), ruled=layout == "old, ruled").encode()
    if layout == "unclosed":
        return _unclosed(outline(content)).encode("cp1252", errors="xmlcharrefreplace")
    printers: dict[str, Printer] = {"site": _spans, "saved": _spans, "word": _word, "breaks": _breaks}
    text = _site(outline(content), printers[layout])
    return (_saved(text) if layout == "saved" else text).encode()


def _site(said: Outline, printer: Printer) -> str:
    """Layout tables: a cell a section, the title block centred, headers as bold text."""
    lines = [_SITE_HEAD.format(name=escape(said.name))]
    for section in said.sections:
        cell = '<TR><TD class="text">'
        if section.heading is not None:
            cell += f'<span class="Head"><B>{escape(section.heading)}</B></span><BR><BR>'
        lines.append(cell)
        lines.extend(line for part in section.parts for line in _placed(section, part, printer))
        lines.append("</TD></TR>")
    return "\n".join(lines) + "\n" + _SITE_FOOT


def _placed(section: Outlined, part: Part, printer: Printer) -> Iterator[str]:
    if part.kind == "title":
        yield f'<div class="Name">{escape(part.text)}</div><br>'
    elif section.kind in ("masthead", "banner") and part.kind in ("paragraph", "pay"):
        yield f'<div class="Centred">{escape(part.text)}</div><br>'
    elif part.kind == "table":
        yield "<table border=1 cellpadding=3>"
        for number, row in enumerate(part.rows):
            cells = (escape(cell) if number else f"<b>{escape(cell)}</b>" for cell in row)
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
        yield "</table>"
    else:
        yield from printer(part)


def _spans(part: Part) -> Iterator[str]:
    """Paragraphs and real lists, each text in spans of the editor's."""
    if part.text:
        text = escape(part.text)
        text = f"<b>{text}</b>" if part.kind == "label" else text
        yield (
            '<p style="margin:0in 0in 8pt"><span style="font-family: Arial; font-size: 10pt;">'
            f'<span style="color:black">{text}</span><o:p></o:p></span></p>'
        )
    yield from _nested(list(entries(part.items)))


def _nested(found: list[Entry]) -> Iterator[str]:
    """Lists inside the items of the list above, as an editor writes them."""
    tags: list[str] = []
    for entry in found:
        item = entry.item
        while len(tags) > item.level or (len(tags) == item.level and entry.opens):
            yield f"</li></{tags.pop()}>"
        if len(tags) == item.level:
            yield "</li>"
        while len(tags) < item.level:
            tags.append("ul" if entry.counting is None else "ol")
            yield f"<{tags[-1]}{_counting(entry)}>"
        text = f'<span style="font-size: 10pt; font-family: Arial, sans-serif">{escape(item.text)}&nbsp;</span>'
        yield f'<li class="MsoNormal" style="mso-list: l0 level{item.level} lfo1">{text}'
    while tags:
        yield f"</li></{tags.pop()}>"


def _counting(entry: Entry) -> str:
    if entry.counting is None:
        return ' style="margin-top:0in" type="disc"'
    letters = ' type="a"' if entry.counting.style == "letter" else ""
    return letters + (f' start="{entry.number}"' if entry.number != 1 else "")


def _word(part: Part) -> Iterator[str]:
    """As pasted from Word: a list is paragraphs with typed marks in fonts of symbols, its levels are told by style."""
    if part.text:
        yield f'<p class="MsoNormal"><span style="mso-bidi-font-size:10.0pt">{escape(part.text)}<o:p></o:p></span></p>'
    for entry in entries(part.items):
        level, item = entry.item.level, entry.item
        font, glyph = (("Symbol", "·"), ('"Courier New"', "o"), ("Wingdings", "§"))[(level - 1) % 3]
        if item.marker is not None:
            font, glyph = '"Times New Roman"', item.marker
        blanks = "&nbsp;" * 8
        yield (
            f"<p class=MsoListParagraphCxSpMiddle style='margin-left:{level * 0.5:.1f}in;text-indent:-.25in;"
            f"mso-list:l0 level{level} lfo1'><![if !supportLists]><span style='font-family:{font};"
            f"mso-fareast-font-family:{font}'><span style='mso-list:Ignore'>{glyph}<span style='font:7.0pt "
            f'"Times New Roman"\'>{blanks}</span></span></span><![endif]>{escape(item.text)}<o:p></o:p></p>'
        )


def _breaks(part: Part) -> Iterator[str]:
    """Lines that `<br>` ends, marks typed and set in with no-break spaces."""
    if part.text:
        yield f"{escape(part.text)}<br><br>"
    for number, item in enumerate(part.items, start=1):
        mark = "&bull;" if item.marker is None else item.marker
        blanks = "&nbsp;&nbsp;" * item.level
        yield f"{blanks}{mark}&nbsp;{escape(item.text)}<br>" + ("<br>" if number == len(part.items) else "")


def _unclosed(said: Outline) -> str:
    """An old page by hand: capitals, nothing closed, no declared encoding (Windows-1252), lists within lists."""
    lines = [f"<HTML><HEAD><TITLE>{escape(said.name)}</TITLE><BODY><CENTER>"]
    centred = True
    for section in said.sections:
        if centred and section.kind not in ("masthead", "banner"):
            lines.append("</CENTER>")
            centred = False
        if section.heading is not None:
            lines.append(f"<P><B>{escape(section.heading)}</B>")
        for part in section.parts:
            lines.extend(_unclosed_part(part))
    return "\n".join(lines) + "\n"


def _unclosed_part(part: Part) -> Iterator[str]:
    if part.kind == "table":
        yield "<TABLE BORDER>"
        for number, row in enumerate(part.rows):
            yield "<TR>" + "".join(f"<{'TD' if number else 'TH'}>{escape(cell)}" for cell in row)
        yield "</TABLE>"
    elif part.text:
        text = escape(part.text, quote=False)
        yield f"<P><FONT SIZE=+2><B>{text}</B></FONT>" if part.kind == "title" else f"<P>{text}"
    tags: list[str] = []
    for entry in entries(part.items):
        while len(tags) > entry.item.level or (len(tags) == entry.item.level and entry.opens):
            yield f"</{tags.pop()}>"
        while len(tags) < entry.item.level:
            tags.append("UL" if entry.counting is None else "OL")
            yield f"<{tags[-1]}{_counting(entry) if entry.counting else ''}>"
        yield f"<LI>{escape(entry.item.text, quote=False)}"
    while tags:
        yield f"</{tags.pop()}>"


def _saved(text: str) -> str:
    """As a browser saves a page: a comment with the address, lines ended as on Windows."""
    address = "https://www.jobs.example/ct/specs/class.asp"
    head, body = text.split("\n", 1)
    return f"{head}\n<!-- saved from url=({len(address):04d}){address} -->\n{body}".replace("\n", "\r\n")
