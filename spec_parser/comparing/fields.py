"""Differences of the fields: title, code, pay, coded fields, dates, clause."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from spec_parser.comparing.model import Difference, Kind
from spec_parser.comparing.numbers import pay_shifts
from spec_parser.comparing.showing import shown_edits
from spec_parser.differences import Edit, wording
from spec_parser.model import Content

FIELD_PARTS: Final = {
    "salary": "salary_group",
    "designation": "designation",
    "occupational_group": "occupational_group",
    "bargaining_unit": "bargaining_unit",
    "eeo": "eeo_category",
    "cancellation": "cancellation",
    "effective_date": "effective_date",
    "footer": "footer",
}
"""The sections that hold a field, and the field's property in the record."""


class _Value(NamedTuple):
    part: str
    pointer: str
    old: str | None
    new: str | None


def field_differences(old: Content, new: Content) -> Iterator[Difference]:
    """What differs between the fields, in the order in which a page has them."""
    for part in ("title", "code"):
        yield from _difference(
            _Value(part, f"/job_class/{part}", getattr(old.job_class, part), getattr(new.job_class, part))
        )
    yield from _pay(old, new)
    for part, name in FIELD_PARTS.items():
        yield from _difference(_Value(part, f"/{name}", _text(old, name), _text(new, name)))


def _text(content: Content, name: str) -> str | None:
    """A field as it is printed; a date as it was read."""
    value = getattr(content, name)
    found: str | None = value if value is None or isinstance(value, str) else value.text
    return found


def _pay(old: Content, new: Content) -> Iterator[Difference]:
    before, after = old.pay, new.pay
    value = _Value("pay", "/pay", before.text if before else None, after.text if after else None)
    if before is None or after is None or before == after:
        yield from _difference(value)
        return
    shifts = pay_shifts(before, after)
    if shifts or before.kind != after.kind:
        yield Difference("pay", "changed", "/pay", "/pay", value.old, value.new, shifts=shifts, edits=_edits(value))
    else:
        yield from _difference(value)


def _difference(value: _Value) -> Iterator[Difference]:
    part, pointer, old, new = value
    if old == new:
        return
    if old is None:
        yield Difference(part, "added", None, pointer, None, new)
    elif new is None:
        yield Difference(part, "removed", pointer, None, old, None)
    else:
        found = wording(old, new)
        kind: Kind = found if found in ("capitals", "punctuation", "typography") else "changed"
        yield Difference(part, kind, pointer, pointer, old, new, edits=_edits(value))


def _edits(value: _Value) -> tuple[Edit, ...]:
    return shown_edits(value.old or "", value.new or "")
