"""How parts and kinds of difference are called."""

from typing import Final, NamedTuple

from spec_parser.comparing.fields import FIELD_PARTS
from spec_parser.comparing.model import Comparison, Difference, Shift, Verdict
from spec_parser.model import Content
from spec_parser.render.outline import name as outline_name

ITEMS: Final = {
    "duties": "duty",
    "knowledge_skill_ability": "statement",
    "minimum_qualifications": "requirement",
    "general_experience": "requirement",
    "special_experience": "requirement",
    "substitutions": "substitution",
    "special_requirements": "special requirement",
}
"""What one text of a section is called; others are texts."""
_PARTS = {
    "title": "Title",
    "code": "Class code",
    "pay": "Pay",
    "eeo": "EEO",
    "salary": "Salary group",
    "purpose": "Purpose",
    "knowledge_skill_ability": "Knowledge, skill and ability",
    "cancellation": "Cancellation clause",
}
_FIELDS = frozenset(FIELD_PARTS) | {"title", "code", "pay"}
_LITTLE = {
    "typography": "white space or the shape of quotes or dashes only",
    "punctuation": "punctuation only",
    "capitals": "capital letters only",
    "layout": "laid out otherwise",
    "reading": "the same text, read otherwise",
}


def part_name(part: str) -> str:
    """A part in words: `Minimum qualifications`."""
    return _PARTS.get(part, part.replace("_", " ").capitalize())


def item_name(part: str) -> str:
    """One text of a section: `duty`."""
    return ITEMS.get(part, "text")


def what(one: Difference) -> str:
    """What became of a text, in words: `duty 5 moved to 9`."""
    if one.part in _FIELDS:
        return _field(one)
    if one.texts is not None:
        return f"section {one.kind}, with {plural(one.texts, 'text')}"
    return _text(one)


def is_short(one: Difference) -> bool:
    """Whether both values of a field can stand in one line."""
    return (
        one.part in _FIELDS
        and one.kind == "changed"
        and all(len(value or "") <= 60 for value in (one.value, one.other_value))
    )


def _field(one: Difference) -> str:
    said = "retitled" if one.part == "title" and one.kind == "changed" else _LITTLE.get(one.kind, one.kind)
    return f"{said}: {one.value} → {one.other_value}" if is_short(one) else said


def _text(one: Difference) -> str:
    name = item_name(one.part)
    number = f" {one.number}" if one.number else ""
    other = f" {one.other_number}" if one.other_number else ""
    if one.kind == "heading":
        return "heading changed"
    if one.kind == "moved":
        is_section = (one.pointer or "").count("/") == 2
        return f"{name}{number} moved to{other}" if number and other else f"{'section' if is_section else name} moved"
    if one.kind == "added":
        return f"{name}{other} added"
    if one.kind in _LITTLE:
        return f"{name}{other or number}: {_LITTLE[one.kind]}" if one.value else _LITTLE[one.kind]
    return f"{name}{other or number} {one.kind}"


def shifts_in_words(one: Difference) -> str:
    """The numbers of a text that moved: `years 8 to 9`; nothing where none did."""
    return ", ".join(f"{shift.what} {shift.value} to {shift.other_value}" for shift in one.shifts)


class PayRow(NamedTuple):
    """An amount of pay that moved, as it is printed."""

    what: str
    old: str
    new: str
    by: str
    percent: str


def pay_rows(one: Difference) -> list[PayRow]:
    """The amounts of a difference in pay, and the hours a week."""
    return [_pay_row(shift) for shift in one.shifts]


def _pay_row(shift: Shift) -> PayRow:
    percent = f"{shift.percent}%" if shift.percent else ""
    if shift.what == "weekly hours":
        return PayRow(shift.what, shift.value, shift.other_value, shift.by, percent)
    sign, amount = shift.by[0], shift.by[1:]
    by = f"{sign}{_money(amount if '.' in amount else f'{amount}.00')}"
    return PayRow(shift.what, _money(shift.value), _money(shift.other_value), by, percent)


def sentence(verdict: Verdict) -> str:
    """A verdict in a person's words."""
    parts = ", ".join(part_name(part).lower() for part in verdict.parts)
    count = plural(verdict.differences, "difference")
    said = "replaces the title too" if verdict.words is None else f"says “{verdict.words}”"
    match verdict.kind:
        case "found":
            return f"{said}: so it is, {count}"
        case "unfounded":
            return f"{said}, but nothing of the kind differs ({parts})"
        case "unsaid":
            return f"does not say that these were changed: {parts} ({count})"
        case _:
            return f"speaks of a specification approved effective {verdict.words}, which is not the old one"


def summary(comparison: Comparison) -> str:
    """How many differences there are, by part, in one line."""
    counts: dict[str, int] = {}
    for one in comparison.differences:
        counts[one.part] = counts.get(one.part, 0) + 1
    if not counts:
        return "No differences."
    parts = ", ".join(f"{part_name(part).lower()} {count}" for part, count in counts.items())
    return f"{plural(sum(counts.values()), 'difference')}: {parts}."


def class_name(content: Content) -> str:
    """Title, code and date, as far as they are known."""
    return f"{outline_name(content)}{f', {content.effective_date}' if content.effective_date else ''}"


def plural(count: int, noun: str) -> str:
    """A number with its noun: `1 duty`, `2 duties`."""
    return f"{count:,} {noun if count == 1 else f'{noun}s'}"


def _money(amount: str) -> str:
    """An amount as it is printed: `$1,234.50`."""
    whole, _, cents = amount.partition(".")
    return f"${int(whole):,}.{cents}"
