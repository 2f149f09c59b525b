"""The texts of a record, each once: those of its fields, then what of its sections no field holds."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

_REQUIREMENTS = ("substitutions", "notes", "other")
# What a coded field or a date says is told by the field itself; a masthead names the class itself.
_NO_PROSE = frozenset({"masthead", "banner", "footer", "salary", "eeo", "effective_date", "designation"})


class Text(NamedTuple):
    """A text of the record.

    Attributes:
        pointer: JSON Pointer to it.
        text: itself.
        provenance: where it comes from, as the record has it; None where it does not say.
    """

    pointer: str
    text: str
    provenance: Mapping[str, Any] | None


def texts(record: Mapping[str, Any]) -> Iterator[Text]:
    """Every text of a finished record in which something may be named, in the order of the record.

    A duty is an item of its section too: where a field holds what a section shows, the field is told.
    """
    provenance = record.get("provenance") or {}
    told = _Told()
    for pointer, text in _of_fields(record):
        found = Text(pointer, text, provenance.get(pointer))
        told.add(found)
        yield found
    for pointer, text in _of_sections(record):
        found = Text(pointer, text, provenance.get(pointer))
        if not told.has(found):
            yield found


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


def _of_sections(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for place, section in enumerate(record["sections"]):
        if section["kind"] in _NO_PROSE or section["kind"] in ("bargaining_unit", "occupational_group"):
            continue
        for number, block in enumerate(section["blocks"]):
            pointer = f"/sections/{place}/blocks/{number}"
            if block["text"]:
                yield f"{pointer}/text", block["text"]
            for index, item in enumerate(block["items"]):
                yield f"{pointer}/items/{index}/text", item["text"]
            for row, cells in enumerate(block["rows"]):
                for column, cell in enumerate(cells):
                    yield f"{pointer}/rows/{row}/{column}", cell


class _Told:
    """Which stretches of the document the texts so far come from."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._sorted = True

    def add(self, text: Text) -> None:
        for span in () if text.provenance is None else text.provenance["spans"]:
            self._starts.append(span["start"])
            self._ends.append(span["end"])
            self._sorted = False

    def has(self, text: Text) -> bool:
        """Whether all stretches of a text begin within those; they may end with a semicolon that a field drops."""
        if text.provenance is None:
            return False
        if not self._sorted:
            pairs = sorted(zip(self._starts, self._ends, strict=True))
            self._starts, self._ends = [start for start, _ in pairs], [end for _, end in pairs]
            self._sorted = True
        return all(self._covers(span["start"]) for span in text.provenance["spans"])

    def _covers(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._ends[place]
