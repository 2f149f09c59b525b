"""TYP008: an `of` that is missing."""

import re
from collections.abc import Iterator
from itertools import takewhile

from spec_parser.rules.num.quantities import Counted, numbered
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject
from spec_parser.rules.value import Value

RULE = Rule(
    code="TYP008",
    name="lost-of",
    severity="warning",
    summary="An “of” is missing.",
    details=(
        "Only where nothing else can be meant: `nine (9) years experience`, `two (2) years the General Experience`, `a"
        " maximum four (4) years`, `the basis fifteen (15) semester hours`; and a statement of knowledge that opens"
        " `Considerable knowledge relevant laws`, or `Considerable knowledge` above items without a preposition."
        " `Nine (9) years’ experience` is right, and so are `a minimum two (2) year period` and `knowledge relevant to"
        " the work`; other words behind `knowledge` (`management`, `gained`) are left alone."
    ),
    reason=(
        "“Nine (9) years of experience” stands alike in all specifications. A word lost there is a sign that more was"
        " lost, and who looks for the phrase does not find the class."
    ),
    example="Nine (9) years experience in the upkeep",
    mended="Nine (9) years of experience in the upkeep",
    fix="safe",
)
# What may stand between the years and the experience in a sentence that is whole.
_OTHERS = "(?:and|or|of|in|as|if|at|to|by|with|the|such|this|that|must|may|shall|plus|whose|where|when|after|during)"
_EXPERIENCE = re.compile(rf" (?:(?!{_OTHERS}\b)[a-z-]+ )?experience\b")
_THE_EXPERIENCE = re.compile(r" (?:the|this) (?:General|Special) Experience\b")
_ADVERBIAL = frozenset({"after", "within", "following", "upon"})
_LIMITS = frozenset({"maximum", "minimum", "total", "basis", "rate"})
_ARTICLES = frozenset({"a", "an", "the"})
_LOOK_BACK = 20
_WORD = re.compile(r"\w+")
# What is known, and cannot describe the knowledge itself.
_OBJECTS = (
    "(?:federal|state|statutes|laws|regulations|principles|practices|methods|techniques|procedures|theories|theory|standards"
    "|(?:relevant|applicable|pertinent|related)(?! to\\b))"
)
_KNOWLEDGE = re.compile(rf"(?:[A-Z][a-z]+ )?[Kk]nowledge(?= {_OBJECTS}\b)")
# A quick look at the whole text, which nearly always says no.
_SOMEWHERE = re.compile(rf"nowledge\s+{_OBJECTS}\b")
_STEM_ALONE = re.compile(r"nowledge[\s:]*$", re.MULTILINE)
_STEM = re.compile(r"(?:[A-Z][a-z]+ )?[Kk]nowledge(?=:?$)")
_STATEMENTS = "knowledge_skill_ability"


def check(subject: Subject) -> Iterator[Problem]:
    """Places at which an `of` is missing."""
    for passage, quantities in numbered(subject):
        for one in quantities:
            yield from _by_number(passage.value, one)
    if _STEM_ALONE.search(subject.text) is not None:
        yield from _stems(subject)
    if _SOMEWHERE.search(subject.text) is None:
        return
    for passage in subject.passages_of(_STATEMENTS):
        opened = _KNOWLEDGE.match(passage.value.text)
        if opened is not None:
            following = _WORD.match(passage.value.text, opened.end() + 1)
            end = opened.end() if following is None else following.end()
            yield _lost(passage.value, 0, opened.end(), end)


def _stems(subject: Subject) -> Iterator[Problem]:
    """`Considerable knowledge` above items none of which has the preposition that it lacks."""
    prepositions = subject.profile.prepositions
    for items in subject.lists_of(_STATEMENTS):
        for place, item in enumerate(items):
            stem = _STEM.match(item.value.text)
            if stem is None:
                continue
            opening = {text.split(" ", 1)[0].lower() for text in _under(items[place + 1 :], item.level or 0)}
            if opening - {"and"} and opening.isdisjoint(prepositions):
                yield _lost(item.value, 0, stem.end(), stem.end())


def _under(items: list[Passage], level: int) -> list[str]:
    """The texts of the items right under one of a level, which they follow."""
    inner = takewhile(lambda one: (one.level or 0) > level, items)
    return [one.value.text for one in inner if one.level == level + 1]


def _by_number(value: Value, one: Counted) -> Iterator[Problem]:
    """What is missing before a quantity, and behind its unit."""
    if one.unit is None:
        return
    text = value.text
    is_plural = text[one.unit_start : one.unit_end].lower() == one.unit.many.lower()
    article, last = ["", "", *text[max(one.start - _LOOK_BACK, 0) : one.start].split()][-2:]
    if is_plural and last in _LIMITS and article in _ARTICLES:
        yield _lost(value, one.start - len(f"{article} {last} "), one.start - 1, one.unit_end)
    after = _EXPERIENCE.match(text, one.unit_end) if is_plural else None
    if after is None and last.lower() not in _ADVERBIAL:
        after = _THE_EXPERIENCE.match(text, one.unit_end)
    if after is not None:
        yield _lost(value, one.unit_start, one.unit_end, after.end())


def _lost(value: Value, start: int, gap: int, end: int) -> Problem:
    """An `of` is missing before the blank at `gap`."""
    text = value.text
    mend = f"{text[start:gap]} of{text[gap:end]}"
    return value.problem(f"“{text[start:end]}”: a word is missing; write “{mend}”.", start, end, mend=mend)
