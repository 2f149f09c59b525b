"""What of a record can be drawn on the images of its pages: the box of every value, and the names of values by line.

A value that is put together from the boxes of others (a statement from its stem and its item) is not drawn again.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, get_args

from spec_parser.model import JobClass, Provenance, Span

Kind = Literal[
    "class", "pay", "duties", "knowledge", "qualifications", "coded fields", "clause", "heading", "text", "mark"
]
KINDS: tuple[Kind, ...] = get_args(Kind)
Box = tuple[float, float, float, float]
"""Left, top, right and bottom in points from the page's top left corner."""

_KINDS: dict[str, Kind] = {
    "job_class": "class",
    "footer": "class",
    "pay": "pay",
    "salary_group": "pay",
    "duties": "duties",
    "knowledge_skill_ability": "knowledge",
    "minimum_qualifications": "qualifications",
    "special_requirements": "qualifications",
    "designation": "coded fields",
    "occupational_group": "coded fields",
    "bargaining_unit": "coded fields",
    "eeo_category": "coded fields",
    "effective_date": "clause",
    "cancellation": "clause",
    "citations": "clause",
}
# The object that a value belongs to, and the value's name in it.
_OWNER = re.compile(r"/(?P<owner>[^/]+(?:/\d+)?)(?:/(?P<name>.+))?")


class Drawn(NamedTuple):
    """A box of a value on a page; `confidence` in percent where the value was recognised from an image."""

    box: Box
    kind: Kind
    pointer: str
    confidence: int | None = None


class Label(NamedTuple):
    """The names of the values whose first boxes stand on one line: of each object its kind, pointer and values."""

    box: Box
    parts: tuple[tuple[Kind, str, tuple[str, ...]], ...]


class Sheet(NamedTuple):
    """What is drawn on one page, boxes that stand in others after those."""

    page: int
    boxes: tuple[Drawn, ...]
    labels: tuple[Label, ...]


def sheets(records: Sequence[JobClass]) -> tuple[Sheet, ...]:
    """What is drawn on each page on which a value of the records stands, in the order of pages.

    Records of one document share its sections; their pointers are preceded by the number of the record if there are
    several.
    """
    pages: dict[int, list[Drawn]] = {}
    first: dict[int, list[Drawn]] = {}
    for number, record in enumerate(records):
        prefix = str(number) if len(records) > 1 else ""
        for drawn, span in _chosen(record.provenance):
            if span.page is None:
                continue
            pages.setdefault(span.page, []).append(drawn)
            if drawn.kind != "mark" and span is record.provenance[drawn.pointer].spans[0]:
                first.setdefault(span.page, []).append(drawn._replace(pointer=prefix + drawn.pointer))
    return tuple(
        Sheet(page, tuple(sorted(pages[page], key=_area, reverse=True)), tuple(_labels(first.get(page, ()))))
        for page in sorted(pages)
    )


def _chosen(provenance: Mapping[str, Provenance]) -> Iterator[tuple[Drawn, Span]]:
    """The boxes to draw: of values first, then of what in the sections is none of them."""
    taken: set[tuple[int, int]] = set()
    by_count = sorted(provenance.items(), key=lambda item: (item[0].startswith("/sections/"), len(item[1].spans)))
    for pointer, found in by_count:
        kind = _kind(pointer)
        stretches = {(span.start, span.end) for span in found.spans}
        if kind is None or ((len(stretches) > 1 or pointer.startswith("/sections/")) and stretches <= taken):
            continue
        if kind == "text" and all(any(a < span.end and span.start < b for a, b in taken) for span in found.spans):
            continue
        taken |= stretches
        for span in found.spans:
            if span.box is not None:
                yield Drawn(span.box, kind, pointer, span.confidence), span


def _kind(pointer: str) -> Kind | None:
    """The kind of a value; None for one that stands where another of its section does."""
    if not pointer.startswith("/sections/"):
        return _KINDS.get(pointer.split("/")[1], "text")
    if pointer.endswith("/level"):
        return "mark"
    if pointer.endswith("/heading"):
        return "heading"
    return None if pointer.endswith("/kind") else "text"


def _labels(drawn: Iterable[Drawn]) -> Iterator[Label]:
    """One label for each line of a page, from top to bottom."""
    lines: list[list[Drawn]] = []
    for one in sorted(drawn, key=lambda one: ((one.box[1] + one.box[3]) / 2, one.box[0])):
        if not lines or (one.box[1] + one.box[3]) / 2 > lines[-1][0].box[3]:
            lines.append([])
        lines[-1].append(one)
    for line in lines:
        owners: dict[tuple[Kind, str], list[str]] = {}
        for one in line:
            match = _OWNER.search(one.pointer)
            if match is not None:
                owner = one.pointer[: match.end("owner")]
                name = (match["name"] or "") + (f" {one.confidence}%" if one.confidence is not None else "")
                owners.setdefault((one.kind, owner), []).append(name)
        boxes = [one.box for one in line]
        box = min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes)
        yield Label(box, tuple((kind, owner, tuple(filter(None, names))) for (kind, owner), names in owners.items()))


def _area(drawn: Drawn) -> float:
    left, top, right, bottom = drawn.box
    return (right - left) * (bottom - top)
