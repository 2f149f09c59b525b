"""The redline: the whole specification as it reads, [brackets] round what is deleted, underlined what is new."""

from collections.abc import Sequence
from html import escape
from itertools import groupby, zip_longest
from pathlib import Path

from lxml import etree

from spec_parser.comparing.model import Comparison
from spec_parser.comparing.overview import overview
from spec_parser.comparing.pairs import Piece, PiecePair, SectionPair
from spec_parser.comparing.showing import shown_edits
from spec_parser.differences import Edit, StepKind
from spec_parser.render.elements import Markup
from spec_parser.render.html import style

Inline = etree._Element | str  # noqa: SLF001 - the type of elements has no other name
_H = Markup()
_STYLE = Path(__file__).with_name("redline.css")
_TAGS = {"label": "h3"}
_CLASSES = {"title": "title", "pay": "pay"}
FOOT = "</main>\n</body>\n</html>\n"
"""What a page ends with."""


def head(title: str) -> str:
    """What a page of that title begins with, up to the first specification; nothing is loaded from elsewhere."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<style>\n{style()}{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n"
    )


def remark(text: str) -> str:
    """A line about a specification that is not shown."""
    return f"<article><p>{escape(text)}</p></article>\n"


def redline(comparison: Comparison, number: int = 1, remark: str | None = None) -> str:
    """Two specifications as one piece of a page.

    Args:
        comparison: of both.
        number: of the piece on its page, from 1.
        remark: what stands above it, if anything.
    """
    prefix = f"c{number}-"
    sections = [_section(f"{prefix}{place}", pair) for place, pair in enumerate(comparison.sections)]
    article = _H("article", overview(comparison, prefix, remark), *sections)
    for element in article:
        element.tail = "\n"
    markup: str = etree.tostring(article, method="html", encoding="unicode")
    return f"{markup}\n"


def _section(label: str, pair: SectionPair) -> etree._Element:
    if pair.step == "left":
        heading = pair.old.heading if pair.old and pair.old.heading else pair.kind.replace("_", " ")
        return _H("p", _deleted(heading), _place("moved: stands elsewhere now"), attributes={"id": label})
    made = [element for group in _groups(pair.pieces) for element in group]
    old, new = (section.heading if section else None for section in (pair.old, pair.new))
    if old is None and new is None:
        return _H("footer" if pair.kind == "footer" else "div", *made, attributes={"id": label, "class": pair.kind})
    moved = [_place("moved here")] if pair.step == "moved" else []
    heading_element = _H("h2", *_inline(old, new), *moved, attributes={"id": label})
    return _H("section", heading_element, *made, attributes={"aria-labelledby": label})


def _groups(pairs: Sequence[PiecePair]) -> "list[list[etree._Element]]":
    """Texts of a section: items as lists, rows as a table, others one by one."""
    made: list[list[etree._Element]] = []
    for kind, group in groupby(pairs, key=lambda pair: _piece(pair).kind):
        members = list(group)
        if kind == "item":
            made.append(_lists(members))
        elif kind == "row":
            made.append([_H("table", _H("tbody", *map(_row, members)))])
        elif kind == "alternative":
            made.append(_alternatives(members))
        else:
            made.append([_text(pair) for pair in members])
    return made


def _text(pair: PiecePair) -> etree._Element:
    kind = _piece(pair).kind
    attributes = {"class": _CLASSES[kind]} if kind in _CLASSES else {}
    element = _H(_TAGS.get(kind, "p"), *_words(pair), attributes=attributes)
    return _H("div", element, attributes={"role": "note"}) if kind == "note" else element


def _alternatives(pairs: Sequence[PiecePair]) -> list[etree._Element]:
    made: list[etree._Element] = []
    for pair in pairs:
        made += [_H("p", "OR", attributes={"class": "or"})] if made else []
        made.append(_H("p", *_words(pair)))
    return made


def _row(pair: PiecePair) -> etree._Element:
    old = pair.old.cells if pair.old and pair.step not in ("added", "moved") else ()
    new = pair.new.cells if pair.new and pair.step not in ("removed", "left") else ()
    return _H("tr", *(_H("td", *_inline(one, other)) for one, other in zip_longest(old, new)))


def _lists(pairs: Sequence[PiecePair]) -> list[etree._Element]:
    """Items as lists within lists, by their levels."""
    made: list[etree._Element] = []
    nested: list[etree._Element] = []
    for pair in pairs:
        piece = _piece(pair)
        del nested[piece.level :]
        while len(nested) < piece.level:
            one = _H("ul")
            if nested:
                _last_item(nested[-1]).append(one)
            else:
                made.append(one)
            nested.append(one)
        nested[-1].append(_H("li", *_words(pair), attributes={"class": "marked"} if piece.marker else {}))
    return made


def _last_item(one: etree._Element) -> etree._Element:
    if not len(one):
        one.append(_H("li"))
    return one[-1]


def _words(pair: PiecePair) -> list[Inline]:
    """A text with what became of it."""
    old, new = (None if piece is None else _printed(piece) for piece in (pair.old, pair.new))
    gone, come = pair.step in ("removed", "left"), pair.step in ("added", "moved")
    shown = (None if come else old), (None if gone else new)
    return [*_inline(*shown), *_moved(pair.step, pair.old, pair.new)]


def _moved(step: StepKind, old: Piece | None, new: Piece | None) -> list[Inline]:
    if old is None or new is None or step not in ("left", "moved"):
        return []
    number = (new if step == "left" else old).number
    what = f"item {number}" if number else "elsewhere"
    return [_place(f"moved to {what}" if step == "left" else f"moved here, was {what}")]


def _inline(old: str | None, new: str | None) -> list[Inline]:
    """Both texts in one, marked."""
    if old == new:
        return [new or ""]
    if old is None or new is None:
        return [_added(new or "")] if old is None else [_deleted(old)]
    return [child for edit in shown_edits(old, new) for child in _marked(edit)]


def _marked(edit: Edit) -> list[Inline]:
    """An edit; the blanks round its words stand outside, and a mere blank is not marked."""
    wrapped = {"removed": _deleted, "added": _added}.get(edit.kind)
    core = edit.text.strip()
    if wrapped is None or not core:
        return [] if edit.kind == "removed" else [edit.text]
    before, _, after = edit.text.partition(core)
    return [child for child in (before, wrapped(core), after) if isinstance(child, etree._Element) or child]  # noqa: SLF001


def _deleted(text: str) -> etree._Element:
    return _H("del", f"[{text}]")


def _added(text: str) -> etree._Element:
    return _H("ins", text)


def _place(text: str) -> etree._Element:
    return _H("span", f" ({text})", attributes={"class": "place"})


def _printed(piece: Piece) -> str:
    return f"{piece.marker} {piece.text}" if piece.marker else piece.text


def _piece(pair: PiecePair) -> Piece:
    piece = pair.new or pair.old
    if piece is None:  # a pair has one of both at least
        raise ValueError(pair)
    return piece
