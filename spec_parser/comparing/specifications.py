"""Two specifications, side by side."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from spec_parser.comparing.claims import verdicts
from spec_parser.comparing.fields import field_differences
from spec_parser.comparing.model import Comparison, Difference
from spec_parser.comparing.pairs import SectionPair, section_pairs
from spec_parser.comparing.texts import text_differences
from spec_parser.differences import Change, diff
from spec_parser.differences.changes import plain
from spec_parser.model import Content
from spec_parser.profiles.profile import Claim

_QUALIFICATIONS = frozenset({"minimum_qualifications", "general_experience", "special_experience", "substitutions"})
# What a property of the record is read from. One that differs while no difference of these was told is told itself.
_READ_FROM = {
    "job_class": frozenset({"title", "code"}),
    "pay": frozenset({"pay"}),
    "salary_group": frozenset({"salary"}),
    "eeo_category": frozenset({"eeo"}),
    "minimum_qualifications": _QUALIFICATIONS,
}
_FIRST = ("title", "code", "pay")
_MASTHEAD = frozenset(_FIRST)


def compare(old: Content, new: Content, claims: Sequence[Claim] = ()) -> Comparison:
    """What differs between two specifications.

    Args:
        old: what the one says; a record will do.
        new: what the other says.
        claims: the profile's, by which the reasons of the new cancellation clause are understood.
    """
    changes = content_changes(old, new)
    sections = section_pairs(old, new)
    found = _differences(old, new, sections, changes) if changes else ()
    return Comparison(old, new, sections, found, verdicts(old, new, found, claims), changes)


def content_changes(old: Content, new: Content) -> tuple[Change, ...]:
    """The changes with which one content is made of the other, exactly."""
    return diff(plain_content(old), plain_content(new), name=_name)


def plain_content(content: Content) -> dict[str, Any]:
    """A content as plain JSON types; of a record, what is content in it."""
    return {name: plain(getattr(content, name)) for name in Content.__struct_fields__}


def _name(value: Any) -> str | None:
    """Sections of one kind are one, whatever they say."""
    if not isinstance(value, dict) or "heading" not in value or "blocks" not in value:
        return None
    return f"{value['kind']} {value['heading'] or ''}" if value["kind"] == "unrecognised" else str(value["kind"])


def _differences(
    old: Content, new: Content, pairs: tuple[SectionPair, ...], changes: tuple[Change, ...]
) -> tuple[Difference, ...]:
    """All differences in the order of the new document, what stands in no section last."""
    fields = tuple(field_differences(old, new))
    found = (*fields, *text_differences(pairs, {one.part for one in fields}))
    told = {one.part for one in found}
    if told & _MASTHEAD:
        told.add("masthead")
    found += (*_untold_layout(pairs, changes, told), *_untold_readings(changes, told))
    order = {part: place for place, part in enumerate((*_FIRST, *(pair.kind for pair in pairs)))}
    return tuple(sorted(found, key=lambda one: order.get(one.part, len(order))))


def _untold_layout(pairs: tuple[SectionPair, ...], changes: tuple[Change, ...], told: set[str]) -> Iterator[Difference]:
    """Sections whose texts are the same, but not how they are put together: where a list ends, what a clause is."""
    olds = {_section(change.pointer) for change in changes}
    news = {_section(change.other_pointer) for change in changes}
    for pair in pairs:
        changed = (pair.pointer or "-") in olds or (pair.other_pointer or "-") in news
        if pair.step != "left" and pair.kind not in told and changed:
            yield Difference(pair.kind, "layout", pair.pointer, pair.other_pointer, None, None)


def _section(pointer: str | None) -> str:
    """The section that a pointer leads into, if any."""
    return "/".join((pointer or "").split("/")[:3])


def _untold_readings(changes: tuple[Change, ...], told: set[str]) -> Iterator[Difference]:
    """Properties of which nothing was said yet: the texts are the same, or do not stand in the sections."""
    for change in changes:
        name = (change.pointer or change.other_pointer or "").split("/")[1]
        if name == "sections" or (name == "citations" and told) or told & _READ_FROM.get(name, frozenset({name})):
            continue
        value, other = _as_text(change.value), _as_text(change.other_value)
        yield Difference(name, "reading", change.pointer, change.other_pointer, value, other)


def _as_text(value: Any) -> str | None:
    return value if value is None or isinstance(value, str) else msgspec.json.encode(value).decode()
