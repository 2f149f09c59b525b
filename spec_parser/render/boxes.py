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
# What is told by a word in the box of its text.
_BY_TEXT = re.compile(r"/(?:duties/\d+/verb|knowledge_skill_ability/\d+/(?:kind|degree))")
_NUMBER = re.compile(r"/(\d+)(?=/|$)")


class Drawn(NamedTuple):
    """A box of a value on a page; `confidence` in percent where the value was recognised from an image."""

    box: Box
    kind: Kind
    pointer: str
    confidence: int | None = None


class Label(NamedTuple):
    """The pointers of the values whose first boxes stand on one line, those of one object together.

    Each part is a kind, what the pointers begin with alike, and how each goes on; nothing if there is one only.
    """

    box: Box
    parts: tuple[tuple[Kind, str, tuple[str, ...]], ...]


class Sheet(NamedTuple):
    """What is drawn on one page, boxes that stand in others after those."""

    page: int
    boxes: tuple[Drawn, ...]
    labels: tuple[Label, ...]


def sheets(records: Sequence[JobClass]) -> tuple[Sheet, ...]:
    """What is drawn on each page on which a value of the records stands, in the order of pages.

    Records of one document share its sections. What all of them have is drawn once; pointers of what they do not share
    are preceded by the number of their record, from 0.
    """
    pages: dict[int, list[Drawn]] = {}
    first: dict[int, list[Drawn]] = {}
    for prefix, provenance in _apart(records):
        for drawn, span in _chosen(provenance):
            if span.page is None:
                continue
            pages.setdefault(span.page, []).append(drawn)
            if drawn.kind != "mark" and span is provenance[drawn.pointer].spans[0]:
                first.setdefault(span.page, []).append(drawn._replace(pointer=prefix + drawn.pointer))
    return tuple(
        Sheet(page, tuple(sorted(pages[page], key=_area, reverse=True)), tuple(_labels(first.get(page, ()))))
        for page in sorted(pages)
    )


def _apart(records: Sequence[JobClass]) -> Iterator[tuple[str, Mapping[str, Provenance]]]:
    """What all records share, then what each has besides, with what its pointers are preceded by."""
    if not records:
        return
    others = records[1:]
    shared = {
        pointer: found
        for pointer, found in records[0].provenance.items()
        if all(other.provenance.get(pointer) == found for other in others)
    }
    yield "", shared
    for number, record in enumerate(records if others else ()):
        own = {pointer: found for pointer, found in record.provenance.items() if pointer not in shared}
        yield str(number), own


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
        return None if _BY_TEXT.fullmatch(pointer) else _KINDS.get(pointer.split("/")[1], "text")
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
        for one, pointer in _condensed(line):
            owners.setdefault((one.kind, pointer.split("/", 2)[1]), []).append(
                pointer if one.confidence is None else f"{pointer} {one.confidence}%"
            )
        lefts, tops, rights, bottoms = zip(*(one.box for one in line), strict=True)
        yield Label(
            (min(lefts), min(tops), max(rights), max(bottoms)),
            tuple((kind, *_shared(pointers)) for (kind, _), pointers in owners.items()),
        )


def _condensed(line: Iterable[Drawn]) -> Iterator[tuple[Drawn, str]]:
    """Values with their pointers; one for those of neighbours in a list that have one box, such as items' stem."""
    alike: dict[tuple[Box, str], list[Drawn]] = {}
    for one in line:
        alike.setdefault((one.box, _NUMBER.sub("/#", one.pointer, count=1)), []).append(one)
    for (_, pattern), group in alike.items():
        if len(group) == 1:
            yield group[0], group[0].pointer
            continue
        numbers = sorted(int(found[1]) for one in group if (found := _NUMBER.search(one.pointer)))
        if numbers[-1] - numbers[0] == len(group) - 1:
            yield group[0], pattern.replace("#", f"{numbers[0]}..{numbers[-1]}", 1)
        else:
            yield group[0], pattern.replace("#", ",".join(map(str, numbers)), 1)


def _shared(pointers: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """What pointers begin with alike, and how each goes on."""
    if len(pointers) == 1:
        return pointers[0], ()
    parts = [pointer.split("/") for pointer in pointers]
    alike = 0
    while alike < min(map(len, parts)) - 1 and len({part[alike] for part in parts}) == 1:
        alike += 1
    return "/".join(parts[0][:alike]), tuple("/".join(part[alike:]) for part in parts)


def _area(drawn: Drawn) -> float:
    left, top, right, bottom = drawn.box
    return (right - left) * (bottom - top)
