"""From a record to the rows that hang on its reading: duties, statements, qualifications, sections, references."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from msgspec import Raw

from spec_parser.model import Block, Content, Note, Requirement
from spec_parser.warehouse.nodes import Node, nodes
from spec_parser.warehouse.values import json_text

DETAILS: Final = ("duty", "ksa_statement", "qualification", "qualification_node", "section", "citation")


class Record(Content, frozen=True, forbid_unknown_fields=False):
    """What is asked of a record: its content, and whether its provenance tells of recognised words."""

    provenance: Raw


def details(record: Record) -> dict[str, Iterator[tuple[Any, ...]]]:
    """Rows of each table that hangs on the reading, without the id of that."""
    return {
        "duty": ((place, one.text, one.label, one.verb) for place, one in enumerate(record.duties, 1)),
        "ksa_statement": (
            (place, one.statement, one.text, one.stem, one.kind, one.degree)
            for place, one in enumerate(record.knowledge_skill_ability, 1)
        ),
        "qualification": (
            (place, kind, qualifies, *_stated(one))
            for place, (kind, qualifies, one) in enumerate(_qualifications(record), 1)
        ),
        "qualification_node": ((place, *one) for place, one in enumerate(_nodes(record), 1)),
        "section": (
            (place, one.kind, one.heading, "\n".join(_lines(one.blocks)))
            for place, one in enumerate((one for one in record.sections if one.kind != "masthead"), 1)
        ),
        "citation": (
            (place, one.kind, one.number, json_text(one.subsections), one.text)
            for place, one in enumerate(record.citations, 1)
        ),
    }


def _qualifications(record: Record) -> Iterator[tuple[str, str | None, Requirement | Note | str]]:
    """Kind, what it qualifies, and the statement."""
    asked = record.minimum_qualifications
    for kind in ("general_experience", "special_experience"):
        one: Requirement | None = getattr(asked, kind)
        if one is not None:
            yield kind, None, one
    yield from (("other", None, one) for one in asked.other)
    yield from (("substitution", None, one) for one in asked.substitutions)
    yield from (("note", one.section, one) for one in asked.notes)
    yield from (("special_requirement", None, text) for text in record.special_requirements)


def _stated(one: Requirement | Note | str) -> tuple[str, str, str | None]:
    return (one, "[]", None) if isinstance(one, str) else (one.text, json_text(one.quantities), one.understood)


def _nodes(record: Record) -> Iterator[Node]:
    number = 1
    for place, (_, _, one) in enumerate(_qualifications(record), 1):
        if not isinstance(one, str):
            for node in nodes(place, one, number):
                yield node
                number += 1


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block.text is not None:
            yield block.text
        for item in block.items:
            marker = "" if item.marker is None else f"{item.marker} "
            yield f"{'  ' * (item.level - 1)}{marker}{item.text}"
        yield from (" | ".join(cells) for cells in block.rows)
