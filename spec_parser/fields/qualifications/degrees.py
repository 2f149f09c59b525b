"""Degrees, from what the grammar found, and what is said of schooling with or without one."""

import re
from typing import Final, Literal

from spec_parser.fields.qualifications.experience import equivalent, part_text
from spec_parser.fields.qualifications.kinds import NAMED_LEVELS
from spec_parser.fields.qualifications.list_words import FIELDS
from spec_parser.fields.qualifications.phrases import phrases
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.model.expression import AnyOf, Degree, Expression
from spec_parser.model.expression_parts import Phrases

_Level = Literal["associate", "bachelor", "master", "doctorate", "law", "graduate"]
_LEVELS: Final[dict[str, _Level]] = {
    "ASSOCIATE": "associate",
    "BACHELOR": "bachelor",
    "MASTER": "master",
    "DOCTORATE": "doctorate",
    "FOUR_YEAR": "bachelor",
    "TWO_YEAR": "associate",
    "NAMED_BACHELOR": "bachelor",
    "NAMED_MASTER": "master",
    "NAMED_DOCTORATE": "doctorate",
    "LAW": "law",
    "GRADUATE": "graduate",
    "OTHER_GRADUATE": "graduate",
}
# "Bachelor's", "Bachelor of Science", "B.S.", "BS": a degree without the word.
_SAYS_DEGREE = re.compile(r"['’]| of |\b[bm]\.? ?[as]\b", re.IGNORECASE)
# "from an accredited college in hydrology": a field by its words, and neither a place nor "in good standing".
_FIELD_BEHIND = re.compile(
    r"(?!(?:an?|the|this|that|any|another|other|one|our|each|state|which|whose|good)\b)(?:[a-z-]+ ){0,3}?"
    r"(?:[a-z]*(?:ing|ics|ogy|stry|nomy|graphy|ture)|sciences?|business|finance|law|health|history|arts?|education"
    r"|administration|management|medicine|relations|(?<=[a-z] )work|studies)\b"
)
# A field of study is named; what goes on like this says more than its name.
_NO_FIELD = re.compile(r" (?:from|with|by|at|which|that|including|as) ")
_NO_SCHOOL = re.compile(
    r"\b(?:in|with|and have|who|which|including)\b|,(?! (?:or |and )?(?:college|university|institut|school))"
)
ARTICLES = ("a ", "an ", "the ")


def degree(found: Found, text: str) -> Expression:
    """A degree; of two levels, two degrees with the same fields."""
    levels = found.words(*_LEVELS)
    if levels and levels[0].type not in ("LAW", "DOCTORATE") and not found.has("DEGREE"):
        last_words = text[levels[-1].start : levels[-1].end]
        if (
            not found.has("OF_STUDY", *NAMED_LEVELS)
            and not _SAYS_DEGREE.search(last_words)
            and not found.has("HELD", "COMPLETION")
        ):
            raise Uncertain
    related = found.has("RELATED")
    like = equivalent(found, text)
    named = _named_fields(found, text)
    studied = _fields(found, text, closed=related or like is not None) if not named else None
    institution = institution_of(found.one("school"), text)

    def one(place: int, start: int, end: int) -> Degree:
        fields = named[place] if named else studied
        return Degree(start, end, _LEVELS[levels[place].type] if levels else None, fields, related, like, institution)

    if len(levels) < 2 or (not named and len({_LEVELS[level.type] for level in levels}) < 2):
        return one(0, found.start, found.end)  # "a B.A. or B.S. degree" is one
    # Levels that stand before one noun share all that is said of it.
    alone = studied is None and not related and institution is None and like is None
    starts = [found.start, *(level.start for level in levels[1:])] if alone else [found.start] * len(levels)
    ends = [*(level.end for level in levels[:-1]), found.end] if alone else [found.end] * len(levels)
    items = [one(place, *stretch) for place, stretch in enumerate(zip(starts, ends, strict=True))]
    return AnyOf(found.start, found.end, tuple(items))


def _named_fields(found: Found, text: str) -> list[Phrases]:
    """For each degree the field that its name has ("M.S.W.", "Master of Social Work"); none where none has one."""
    words = found.words("OF_STUDY", *NAMED_LEVELS)
    if words and (found.one("fields") or found.has("RELATED") or len(words) != len(found.words(*_LEVELS))):
        raise Uncertain
    return [Phrases(None, (without_article(part_text(text, word)).removeprefix("of "),)) for word in words]


def _fields(found: Found, text: str, *, closed: bool) -> Phrases | None:
    """The fields of a degree."""
    fields, school = found.one("fields"), found.one("school")
    if fields is None:
        return None
    if school and school.start < fields.start and not fields.has("MAJOR") and not _names_field(fields, text):
        raise Uncertain
    return studied(fields, text, closed=closed)


def _names_field(fields: Found, text: str) -> bool:
    """Whether what stands behind a school names a field for sure, and not where the school is."""
    said = _said(fields, text)
    in_the_field = fields.parts[0].end - fields.parts[0].start > len("in")
    return in_the_field or _FIELD_BEHIND.match(said) is not None or said.split()[0].strip(",").lower() in FIELDS


def _said(found: Found, text: str) -> str:
    """The phrase that a part ends with."""
    return text[found.parts[-1].start : found.parts[-1].end]


def institution_of(found: Found | None, text: str) -> str | None:
    """Where a degree or training must come from: a kind of school, and nothing else said after it."""
    if found is None:
        return None
    said = _said(found, text)
    if _NO_SCHOOL.search(said):
        raise Uncertain
    return said


def studied(fields: Found, text: str, *, closed: bool = False) -> Phrases:
    """The fields of study that are told; `closed` as for `phrases`."""
    said = _said(fields, text)
    listed = phrases(said, "fields", closed=closed)
    if fields.has("MAJOR") and " minor " in said:
        raise Uncertain
    if listed is None or any(_NO_FIELD.search(item) for item in listed.items):
        raise Uncertain
    return listed


def without_article(name: str) -> str:
    """A name without the article before it."""
    lower = name.lower()
    return next((name[len(article) :] for article in ARTICLES if lower.startswith(article)), name)
