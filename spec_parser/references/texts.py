"""The texts of a record, each once: those of its fields, then what of its sections no field holds."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

_REQUIREMENTS = ("substitutions", "notes", "other")
# What a coded field or a date says is told by the field itself; a masthead names the class itself.
_NO_PROSE = frozenset(
    {
        "masthead",
        "banner",
        "footer",
        "salary",
        "eeo",
        "effective_date",
        "designation",
        "bargaining_unit",
        "occupational_group",
    }
)
_TOLD_BY_FIELDS = frozenset(
    {
        "duties",
        "knowledge_skill_ability",
        "minimum_qualifications",
        "general_experience",
        "special_experience",
        "substitutions",
        "special_requirements",
        "cancellation",
    }
)


_ITS_TEXT = ("text",)


class Text(NamedTuple):
    """A text of the record.

    Attributes:
        pointer: JSON Pointer to it.
        text: itself.
        spans: where it stands in the document, as plain types; none where the record does not say.
    """

    pointer: str
    text: str
    spans: Sequence[Mapping[str, Any]]


def text_at(provenance: Mapping[str, Any], pointer: str, text: str) -> Text:
    """A text with its place in the document."""
    found = provenance.get(pointer)
    return Text(pointer, text, () if found is None else found["spans"])


def texts(record: Mapping[str, Any], is_wanted: Callable[[str], bool]) -> Iterator[Text]:
    """The texts of a finished record in which something may be named, in the order of the record.

    A duty is an item of its section too: where a field holds what a section shows, the field is told.

    Args:
        record: as plain types.
        is_wanted: whether a text may name anything.
    """
    provenance = record.get("provenance") or {}
    told = _Told(provenance)
    for pointer, text in _of_fields(record):
        told.add(pointer, text)
        if is_wanted(text):
            yield text_at(provenance, pointer, text)
    for place, section in enumerate(record["sections"]):
        kind = section["kind"]
        if kind in _NO_PROSE:
            continue
        by_fields = kind in _TOLD_BY_FIELDS
        for number, block in enumerate(section["blocks"]):
            for text, within in _of_block(block):
                if (by_fields and told.has_words(text)) or not is_wanted(text):
                    continue
                pointer = f"/sections/{place}/blocks/{number}/{'/'.join(map(str, within))}"
                if not (by_fields and told.has_place(pointer)):
                    yield text_at(provenance, pointer, text)


def _of_fields(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("duties", "knowledge_skill_ability"):
        for number, entry in enumerate(record[name]):
            yield f"/{name}/{number}/text", entry["text"]
    qualifications = record["minimum_qualifications"]
    for name in ("general_experience", "special_experience"):
        if qualifications[name] is not None:
            yield f"/minimum_qualifications/{name}/text", qualifications[name]["text"]
    for name in _REQUIREMENTS:
        for number, entry in enumerate(qualifications[name]):
            yield f"/minimum_qualifications/{name}/{number}/text", entry["text"]
    for number, text in enumerate(record["special_requirements"]):
        yield f"/special_requirements/{number}", text
    if record["cancellation"] is not None:
        yield "/cancellation/text", record["cancellation"]["text"]


def _of_block(block: Mapping[str, Any]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Each text of a block, with the steps to it: pointers are made of few."""
    if block["text"]:
        yield block["text"], _ITS_TEXT
    for index, item in enumerate(block["items"]):
        yield item["text"], ("items", index, "text")
    for row, cells in enumerate(block["rows"]):
        for column, cell in enumerate(cells):
            yield cell, ("rows", row, column)


class _Told:
    """Which texts of the document the fields have told.

    Most are told word for word, but for a semicolon. The provenance, which is long, is asked for the others: whether
    all their stretches begin within those of the fields' texts.
    """

    def __init__(self, provenance: Mapping[str, Any]) -> None:
        self._provenance = provenance
        self._texts: dict[str, int] = {}  # how often each is told
        self._pointers: list[str] = []

    def add(self, pointer: str, text: str) -> None:
        self._texts[text] = self._texts.get(text, 0) + 1
        self._pointers.append(pointer)

    def has_words(self, text: str) -> bool:
        """Whether a text of the sections is told word for word; as often as fields have it, the same text is."""
        plain = text.rstrip("; ")
        left = self._texts.get(plain, 0)
        if left:
            self._texts[plain] = left - 1
        return left > 0

    def has_place(self, pointer: str) -> bool:
        """Whether what stands where a text of the sections does is told."""
        found = self._provenance.get(pointer)
        return found is not None and all(self._covers(span["start"]) for span in found["spans"])

    def _covers(self, offset: int) -> bool:
        starts, ends = self._stretches
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < ends[place]

    @cached_property
    def _stretches(self) -> tuple[list[int], list[int]]:
        found = [self._provenance.get(pointer) for pointer in self._pointers]
        spans = sorted((span["start"], span["end"]) for one in found if one is not None for span in one["spans"])
        return [start for start, _ in spans], [end for _, end in spans]
