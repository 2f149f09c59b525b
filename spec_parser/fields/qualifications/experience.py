"""Experience and service, from what the grammar found."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from spec_parser.fields.qualifications.lists import Joined
from spec_parser.fields.qualifications.phrases import phrases
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.fields.qualifications.words import Word
from spec_parser.model.expression import Experience, Expression, Service
from spec_parser.model.expression_parts import ExperienceKind, Measure, Phrases

Whole = ExperienceKind | Literal["preceding"]

SECTIONS: Final[dict[str, ExperienceKind]] = {"GENERAL": "general_experience", "SPECIAL": "special_experience"}
# "experience in a supervisory capacity" tells how, not in what; so does "in charge of".
_MANNER = re.compile(
    r"in (?:charge\b|the capacity\b|support\b|(?:an?|the|each) (?:[\w/-]+ ){1,5}?(?:capacity|role|level|position)s?\b)",
    re.IGNORECASE,
)
# The manner that stands behind areas: "experience in insurance in a lead capacity".
_MANNER_BEHIND = re.compile(
    r" (?:in an?|at an?|at the)(?: [\w-]+){1,4}? (?:capacity|role|level|position)\b", re.IGNORECASE
)
_UNITS = re.compile(r"\b(year|month|week|hour)s?\b")
_OR = re.compile("or ", re.IGNORECASE)
_OR_HIGHER = re.compile(r",? or (?:higher|above)\Z")
# What stands in a list of titles and is none.
_NO_TITLE = re.compile(r"(?:its|an|the|or|any|other|similar|equivalent|comparable)\b")
# Where the words after a title are no longer the title.
_TITLE_ENDS = re.compile(r" (?:in (?:an?|the)|within|with|at|under|for|performing|working|on|or in|and in) ")


def part_text(text: str, word: Word) -> str:
    """The words that a token stands for."""
    return text[word.start : word.end]


def experience(found: Found, text: str, clauses: Sequence[str], joined: Joined = "and") -> Expression:
    """An amount of experience, or time served under a title.

    Args:
        found: what the grammar found.
        text: the whole text.
        clauses: the lettered clauses of its conditions.
        joined: what joins these.
    """
    measure = found.one("measure") or found
    (amount, maximum), unit = span(measure), measure.word("UNIT")
    preceding = found.word("OF_PRECEDING")
    unit_name = unit.value if unit else None
    if preceding and amount and unit_name is None:
        unit_name = _unit_of(part_text(text, preceding)) or _unit_of(text[: found.start])
    if amount is not None and unit_name is None:
        raise Uncertain
    if unit_name == "hour" and not found.has("EXPERIENCE", "OF_EXPERIENCE"):
        raise Uncertain  # "twenty-four (24) hours in surveying" may be those of a college
    levels = found.all("level")
    kind = found.word("WORDS")
    areas, conditions = _about(found, text)
    if levels and areas is None and kind is None and _is_service(found, levels):
        return _service(found, text, levels[0], unit_name, conditions)
    conditions += [text[level.start : level.end] for level in levels]
    return Experience(
        start=found.start,
        end=found.end,
        amount=amount.value if amount else None,
        maximum=maximum,
        unit=unit_name,
        at_least=measure.has("AT_LEAST", "OR_MORE"),
        of=_whole(found),
        kind=part_text(text, kind) if kind else None,
        areas=areas,
        conditions=Phrases(joined, tuple(clauses)) if clauses else _conditions(conditions, found, text),
        within=within(found),
        equivalent=equivalent(found, text),
    )


def span(measure: Found) -> tuple[Word | None, str | None]:
    """The amount that is asked for, and the upper end where it is a range."""
    amounts = measure.words("AMOUNT")
    if len(amounts) < 2:
        return (amounts[0] if amounts else None), None
    least, most = (amount.value or "0" for amount in amounts)
    if float(least) >= float(most):
        raise Uncertain
    return amounts[0], most


def within(found: Found) -> Measure | None:
    """How long ago at most."""
    recent = found.one("recent")
    if recent is None:
        return None
    amount, unit = recent.word("AMOUNT"), recent.word("UNIT")
    if len(found.all("recent")) > 1 or amount is None or unit is None or amount.value is None or unit.value is None:
        raise Uncertain
    return Measure(amount.value, unit.value)


def equivalent(found: Found, text: str) -> str | None:
    """What will do as well: "or its equivalent", without the `or`."""
    said = found.word("EQUIVALENT")
    if said is None:
        return None
    if len(found.words("EQUIVALENT")) > 1:
        raise Uncertain
    return _OR.sub("", part_text(text, said), count=1)


def _whole(found: Found) -> Whole | None:
    for word in found.words("GENERAL", "SPECIAL"):
        return SECTIONS[word.type]
    return "preceding" if found.has("OF_PRECEDING", "PRECEDING") else None


def _unit_of(printed: str) -> str | None:
    """The last unit of time in a text: that of "two of these years", and of "two of which" in what stands before."""
    found = _UNITS.findall(printed.lower())
    return str(found[-1]) if found else None


def _about(found: Found, text: str) -> tuple[Phrases | None, list[str]]:
    """The areas, and what else is said of the experience."""
    areas: Phrases | None = None
    conditions: list[str] = []
    for about in found.all("area", "place"):
        phrase = about.parts[-1]
        said = text[about.start : about.end]
        if about.rule == "place" or _MANNER.match(said) or areas is not None:
            conditions.append(said)
        else:
            inner = text[phrase.start : phrase.end]
            behind = _MANNER_BEHIND.search(inner)
            areas = phrases(inner[: behind.start()] if behind else inner, "areas", closed=found.has("EQUIVALENT"))
            if areas is None:
                raise Uncertain
            if behind:
                conditions.append(inner[behind.start() :].strip())
    return areas, conditions


def _conditions(said: list[str], found: Found, text: str) -> Phrases | None:
    """What the experience must have been: whole phrases."""
    phrase = found.word("PHRASE")
    items = [*([part_text(text, phrase)] if phrase else []), *said]
    items = [item.strip(" ,;:") for item in items]
    if not items:
        return None
    return Phrases("and" if len(items) > 1 else None, tuple(items))


def _is_service(found: Found, levels: list[Found]) -> bool:
    """Whether it is time in a class: with an amount, and with the title before all else."""
    first = next(part for part in found.parts if isinstance(part, Found) and part.rule in ("area", "place", "level"))
    return len(levels) == 1 and first is levels[0]


def _service(found: Found, text: str, level: Found, unit: str | None, conditions: list[str]) -> Service:
    measure = found.one("measure") or found
    amount, maximum = span(measure)
    phrase = level.parts[-1]
    titles, rest, above = titles_of(text[phrase.start : phrase.end], closed=found.has("EQUIVALENT"))
    like = equivalent(found, text)
    if like is None and rest.startswith("or "):  # "as a Sample Examiner or in a similar position at a laboratory"
        like, rest = rest.removeprefix("or "), ""
    said = [*([rest] if rest else []), *conditions]
    return Service(
        start=found.start,
        end=found.end,
        amount=amount.value if amount else None,
        maximum=maximum,
        unit=unit,
        at_least=measure.has("AT_LEAST", "OR_MORE"),
        of=_whole(found),
        titles=titles,
        or_above=above or level.has("AT_OR_ABOVE"),
        conditions=Phrases("and" if len(said) > 1 else None, tuple(said)) if said else None,
        within=within(found),
        equivalent=like,
        state_employees=False,
    )


def titles_of(printed: str, *, closed: bool = False) -> tuple[Phrases, str, bool]:
    """The titles in a phrase, what is said after them, and whether it is `or higher`; `closed` as for `phrases`."""
    end = _TITLE_ENDS.search(printed)
    named = printed[: end.start()] if end else printed
    above = _OR_HIGHER.search(named)
    names = phrases(named[: above.start()] if above else named, "titles", closed=closed or above is not None)
    if names is None or any(_NO_TITLE.match(name) for name in names.items):
        raise Uncertain
    return names, printed[end.start() :].strip(" ,;:") if end else "", above is not None
