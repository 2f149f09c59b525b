"""Substitutions and notes, from what the grammar found."""

from typing import TYPE_CHECKING

from spec_parser.fields.qualifications.experience import SECTIONS, part_text, titles_of
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.model.expression import (
    Cap,
    Definition,
    Elsewhere,
    Expression,
    Interpretation,
    Substitution,
    Unread,
)
from spec_parser.model.expression_parts import ExperienceKind, Measure, Rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from spec_parser.fields.qualifications.words import Word


def substitution(found: Found, text: str, read: "Callable[[Found], Expression]") -> Substitution:
    """What stands in for experience; `read` understands what is offered."""
    target = found.one("target") or found
    aimed = found.one("target") is not None or found.has("COUNTS_AS")
    limited, granted = target.one("limited"), target.one("granted")
    caps = [_cap(cap, text, read) for cap in found.all("cap")]
    if limited is not None:
        amount, unit = _measure(limited)
        caps.insert(0, Cap(amount, unit, None, total=_is_total(limited, text)))
    rates = [_rate(rate) for rate in found.all("rate")]
    rates += [_year_for_year(part_text(text, word)) for word in found.words("YEAR_FOR_YEAR")]
    if len(rates) > 1 or (rates and granted is not None):
        raise Uncertain
    grants = Measure(*_measure(granted)) if granted is not None else None
    offered = found.one("requirement", "bare")
    unknown = found.word("UNKNOWN")
    if unknown is not None:
        offer: Expression = Unread(unknown.start, unknown.end, part_text(text, unknown))
    elif offered is not None:
        offer = read(offered)
    else:
        raise Uncertain
    return Substitution(
        start=found.start,
        end=found.end,
        offer=offer,
        instead_of=_sections(target),
        whole=aimed and not rates and grants is None and limited is None and not caps,
        grants=grants,
        additional=any(part.has("ADDITIONAL") for part in (granted, limited) if part is not None),
        rate=rates[0] if rates else None,
        caps=tuple(caps),
        state_employees=False,
    )


def _sections(found: Found) -> tuple[ExperienceKind, ...]:
    if found.has("BOTH"):
        return ("general_experience", "special_experience")
    return tuple(SECTIONS[word.type] for word in found.words(*SECTIONS))


def _measure(found: Found) -> tuple[str, str]:
    """The first amount in what was found, with its unit."""
    amount, unit = found.word("AMOUNT"), found.word("UNIT", "HOURS")
    if amount is None or unit is None or amount.value is None or unit.value is None:
        raise Uncertain
    return amount.value, unit.value


def _rate(found: Found) -> Rate:
    amounts, units = found.words("AMOUNT"), found.words("UNIT", "HOURS")
    pairs = [(amount.value or "", unit.value or "") for amount, unit in zip(amounts, units, strict=True)]
    return Rate(Measure(*pairs[0]), Measure(*pairs[1]))


def _year_for_year(printed: str) -> Rate:
    """The rate of "year for year"."""
    units = [word for word in printed.lower().replace("-", " ").split() if word in ("year", "month", "hour")]
    return Rate(Measure("1", units[0]), Measure("1", units[1]))


def _cap(found: Found, text: str, read: "Callable[[Found], Expression]") -> Cap:
    amount, unit = _measure(found)
    condition = found.one("degree", "credential", "training")
    return Cap(amount, unit, read(condition) if condition else None, total=_is_total(found, text))


def _is_total(found: Found, text: str) -> bool:
    word: Word | None = found.word("MAXIMUM")
    return word is not None and "total" in part_text(text, word).lower()


def interpretation(found: Found, text: str) -> Interpretation:
    """The level of a class at which experience counts."""
    subject, phrase = found.word("SUBJECT"), found.word("PHRASE")
    if subject is None or phrase is None:
        raise Uncertain
    titles, rest, above = titles_of(part_text(text, phrase))
    if rest:
        raise Uncertain
    said = part_text(text, subject)
    named = [
        kind
        for word, kind in (("general experience", SECTIONS["GENERAL"]), ("special experience", SECTIONS["SPECIAL"]))
        if word in said.lower()
    ]
    return Interpretation(
        start=found.start,
        end=found.end,
        of=named[0] if len(named) == 1 else None,
        subject=said,
        titles=titles,
        or_above=above or found.has("AT_OR_ABOVE"),
        state_employees=False,
    )


def definition(found: Found, text: str) -> Definition:
    """What a term means."""
    subject, phrase = found.word("SUBJECT"), found.word("PHRASE")
    if subject is None or phrase is None:
        raise Uncertain
    return Definition(found.start, found.end, part_text(text, subject), part_text(text, phrase))


def elsewhere(found: Found, text: str) -> Elsewhere:
    """Where to look."""
    phrase = found.word("PHRASE")
    if phrase is None:
        raise Uncertain
    return Elsewhere(found.start, found.end, part_text(text, phrase))
