"""Ways in which people lay a specification out in Word. Each takes its lines and gives the blocks of a body."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape

_LEVELS = 3
_SIGNS = ("•", "o", "–")


class Line(NamedTuple):
    """A line of a specification.

    Attributes:
        text: without a bullet, with its number.
        depth: from 1 where it has a bullet.
        numbered: its depth where it has a number; these are always typed.
        is_header: whether it is one, and bold.
    """

    text: str
    depth: int = 0
    numbered: int = 0
    is_header: bool = False


Block = str
Layout = Callable[[Sequence[Line]], list[Block]]


def lines(text: str, headings: frozenset[str]) -> list[Line]:
    """The lines of a specification that was printed as plain text."""
    found = []
    for raw in text.splitlines():
        item = re.match(r"( +)• (.*)", raw)
        number = re.match(r"( +)(\(?(?:\d+|[a-z])[.)] .*)", raw)
        if item:
            found.append(Line(item[2].strip(), len(item[1]) // 2))
        elif number:
            found.append(Line(number[2].strip(), numbered=len(number[1]) // 2))
        elif raw.strip():
            found.append(Line(raw.strip(), is_header=raw.strip() in headings))
    return found


def numbering() -> str:
    """Lists: 1 has three levels; 11, 12 and 13 have one level each, one further right than the other."""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="{_SIGNS[level]}"/><w:pPr>'
        f'<w:ind w:left="{720 + 360 * level}" w:hanging="360"/></w:pPr></w:lvl>'
        for level in range(_LEVELS)
    )
    single = "".join(
        f'<w:abstractNum w:abstractNumId="{11 + level}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="&#xF0B7;"/><w:pPr><w:ind w:left="{540 + 200 * level}" w:hanging="180"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
        for level in range(_LEVELS)
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>' for number in (1, 11, 12, 13)
    )
    return f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>{single}{lists}'


def styles() -> str:
    """Styles: a bold one for headers, list styles that rest on one another."""
    rested = "".join(
        f'<w:style w:type="paragraph" w:styleId="Item{level + 1}"><w:basedOn w:val="Item{level}"/><w:pPr><w:numPr>'
        f'<w:ilvl w:val="{level}"/></w:numPr></w:pPr></w:style>'
        for level in range(1, _LEVELS)
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
        '<w:style w:type="paragraph" w:styleId="Head"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Item1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        + rested
    )


def lists(found: Sequence[Line]) -> list[Block]:
    """Real lists, of which the paragraphs themselves say list and level."""
    return [
        _paragraph(line, f'<w:numPr><w:ilvl w:val="{line.depth - 1}"/><w:numId w:val="1"/></w:numPr>') for line in found
    ]


def list_styles(found: Sequence[Line]) -> list[Block]:
    """Real lists by styles, whose levels come from styles that they rest on."""
    return [_paragraph(line, f'<w:pStyle w:val="Item{line.depth}"/>', '<w:pStyle w:val="Head"/>') for line in found]


def lists_side_by_side(found: Sequence[Line]) -> list[Block]:
    """A list of its own for each level, which only its indent tells."""
    return [
        _paragraph(line, f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{10 + line.depth}"/></w:numPr>')
        for line in found
    ]


def typed_with_indents(found: Sequence[Line]) -> list[Block]:
    """Typed bullets, indented by the paragraph."""
    return [_paragraph(_typed(line), f'<w:ind w:left="{360 * line.depth}" w:hanging="180"/>') for line in found]


def typed_with_tabs(found: Sequence[Line]) -> list[Block]:
    """Typed bullets, indented by tabs."""
    return [
        f"<w:p><w:r>{'<w:tab/>' * line.depth}<w:t>•</w:t><w:tab/></w:r>{_run(line.text)}</w:p>"
        if line.depth
        else _paragraph(line)
        for line in found
    ]


def broken_lines(found: Sequence[Line]) -> list[Block]:
    """The items of a list are the lines of one paragraph."""
    blocks = []
    for is_item, group in groupby(found, key=lambda line: line.depth + line.numbered > 0):
        if is_item:
            texts = [f"{'  ' * (line.depth + line.numbered)}{'• ' if line.depth else ''}{line.text}" for line in group]
            blocks.append(f"<w:p>{'<w:r><w:br/></w:r>'.join(map(_run, texts))}</w:p>")
        else:
            blocks += map(_paragraph, group)
    return blocks


def left_column(found: Sequence[Line]) -> list[Block]:
    """A table: headers in the left column, their texts in the right one; what stands above lies across."""
    rows = []
    for header, group in _sections(found):
        cell = f"<w:tc>{''.join(lists(group)) or '<w:p/>'}</w:tc>"
        rows.append(f"<w:tr><w:tc>{_paragraph(header)}</w:tc>{cell}</w:tr>" if header else f"<w:tr>{cell}</w:tr>")
    return [f"<w:tbl>{''.join(rows)}</w:tbl>"]


def one_column(found: Sequence[Line]) -> list[Block]:
    """A frame: a table of one column, in it a table for each section."""
    rows = [
        f"<w:tr><w:tc><w:tbl><w:tr><w:tc>{''.join(lists([header, *group] if header else group))}</w:tc></w:tr></w:tbl>"
        "<w:p/></w:tc></w:tr>"
        for header, group in _sections(found)
    ]
    return [f"<w:tbl>{''.join(rows)}</w:tbl>"]


def tracked(found: Sequence[Line]) -> list[Block]:
    """Every paragraph was changed: something is deleted, the rest inserted or moved, some are joined."""
    gone = '<w:del w:id="9"><w:r><w:delText>No more of this. </w:delText></w:r></w:del>'
    blocks = []
    for number, block in enumerate(lists(found)):
        start, inside = re.match(r"(<w:p>(?:<w:pPr>.*?</w:pPr>)?)(.*)</w:p>", block, re.DOTALL).groups()  # type: ignore[union-attr]
        kind = ("ins", "moveTo")[number % 2]
        blocks.append(f'{start}{gone}<w:{kind} w:id="8">{inside}</w:{kind}></w:p>')
        if number % 3 == 0:
            blocks.append(
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="7"/></w:rPr>'
                f"</w:pPr>{gone}</w:p>"
            )
    return blocks


def controls(found: Sequence[Line]) -> list[Block]:
    """Everything stands in content controls and links, character by character in runs of its own."""
    blocks = []
    for line in found:
        pieces = re.findall(r".{1,7}", line.text)
        runs = "".join(f'<w:hyperlink w:anchor="a">{_run(piece)}</w:hyperlink><w:r/>' for piece in pieces)
        item = f'<w:pPr><w:numPr><w:ilvl w:val="{line.depth - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        item = item if line.depth else f'<w:pPr><w:ind w:left="{360 * line.numbered}"/></w:pPr>'
        inner = f"<w:p>{item}<w:sdt><w:sdtContent>{runs}</w:sdtContent></w:sdt></w:p>"
        blocks.append(f'<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>')
    return blocks


def text_boxes(found: Sequence[Line]) -> list[Block]:
    """Each section stands in a text box, which is there for newer programs and for older ones."""
    blocks = []
    for header, group in _sections(found):
        content = f"<w:txbxContent>{''.join(lists([header, *group] if header else group))}</w:txbxContent>"
        blocks.append(
            '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
            f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
    return blocks


LAYOUTS: tuple[Layout, ...] = (
    lists,
    list_styles,
    lists_side_by_side,
    typed_with_indents,
    typed_with_tabs,
    broken_lines,
    left_column,
    one_column,
    tracked,
    controls,
    text_boxes,
)


def _sections(found: Sequence[Line]) -> Iterator[tuple[Line | None, list[Line]]]:
    """Each header with the lines below it; what stands above the first one has none."""
    header: Line | None = None
    group: list[Line] = []
    for line in found:
        if line.is_header:
            yield header, group
            header, group = line, []
        else:
            group.append(line)
    yield header, group


def _typed(line: Line) -> Line:
    return line._replace(text=f"{_SIGNS[line.depth - 1]} {line.text}") if line.depth else line


def _paragraph(line: Line, item: str = "", header: str = "") -> Block:
    """A paragraph with the properties that items or headers have in this layout."""
    said = item if line.depth else header if line.is_header else ""
    if line.numbered:
        said = f'<w:ind w:left="{360 * line.numbered}"/>'
    bold = "<w:rPr><w:b/></w:rPr>" if line.is_header and not header else ""
    return f"<w:p>{f'<w:pPr>{said}</w:pPr>' if said else ''}{_run(line.text, bold)}</w:p>"


def _run(text: str, looks: str = "") -> str:
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
