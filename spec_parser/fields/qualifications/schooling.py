"""Degrees, credentials, training and attestations, from what the grammar found."""

import re
from typing import Final, Literal

from spec_parser.fields.qualifications.experience import equivalent, part_text, span, within
from spec_parser.fields.qualifications.kinds import SCHOOLING
from spec_parser.fields.qualifications.phrases import Sort, phrases
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.fields.qualifications.words import Word
from spec_parser.model.expression import AnyOf, Attestation, Credential, Degree, Expression, Training
from spec_parser.model.expression_parts import Phrases

_Level = Literal["associate", "bachelor", "master", "doctorate", "law", "graduate"]
_LEVELS: Final[dict[str, _Level]] = {
    "ASSOCIATE": "associate",
    "BACHELOR": "bachelor",
    "MASTER": "master",
    "DOCTORATE": "doctorate",
    "LAW": "law",
    "GRADUATE": "graduate",
    "OTHER_GRADUATE": "graduate",
}
_Credential = Literal["licence", "certificate", "certification", "registration", "permit", "designation"]
_CREDENTIALS: Final[dict[str, _Credential]] = {
    "LICENCE": "licence",
    "LICENSED": "licence",
    "CERTIFICATE": "certificate",
    "CERTIFICATION": "certification",
    "CERTIFIED": "certification",
    "REGISTRATION": "registration",
    "REGISTERED": "registration",
    "PERMIT": "permit",
    "DESIGNATION": "designation",
}
_Schooling = Literal["college", "high_school", "school", "programme", "apprenticeship", "course", "other"]
_SCHOOLING: Final[dict[str, _Schooling]] = {
    "COLLEGE": "college",
    "HIGH_SCHOOL": "high_school",
    "PROGRAMME": "programme",
    "APPRENTICESHIP": "apprenticeship",
    "COURSE": "course",
    "SCHOOL": "school",
}
# "Bachelor's", "Bachelor of Science": a degree without the word.
_SAYS_DEGREE = re.compile("['’]| of ")
# A field of study is named; what goes on like this says more than its name.
_NO_FIELD = re.compile(r" (?:from|with|by|at|which|that|including|as) ")
_NO_SCHOOL = re.compile(
    r"\b(?:in|with|and have|who|which|including)\b|,(?! (?:or |and )?(?:college|university|institut|school))"
)
# What a credential is called has no such words; who issues it, or what else is asked for, does.
_NO_NAME = re.compile(r" (?:with|by|from|which|that|who|recognized|including) ")
_ARTICLES = ("a ", "an ", "the ")


def degree(found: Found, text: str) -> Expression:
    """A degree; of two levels, two degrees with the same fields."""
    levels = found.words(*_LEVELS)
    if levels and levels[0].type not in ("LAW", "DOCTORATE") and not found.has("DEGREE"):
        last_words = text[levels[-1].start : levels[-1].end]
        if not _SAYS_DEGREE.search(last_words) and not found.has("HELD", "COMPLETION"):
            raise Uncertain
    fields = found.one("fields")
    related = found.has("RELATED")
    like = equivalent(found, text)
    studied = _phrase(fields, text, "fields", closed=related or like is not None) if fields else None
    school = found.one("school")
    institution = _institution(school, text)

    def one(level: _Level | None, start: int, end: int) -> Degree:
        return Degree(start, end, level, studied, related, like, institution)

    if len(levels) < 2:
        return one(_LEVELS[levels[0].type] if levels else None, found.start, found.end)
    # Levels that stand before one noun share all that is said of it.
    alone = studied is None and not related and institution is None and like is None
    starts = [found.start, *(level.start for level in levels[1:])] if alone else [found.start] * len(levels)
    ends = [*(level.end for level in levels[:-1]), found.end] if alone else [found.end] * len(levels)
    items = [one(_LEVELS[word.type], *place) for word, *place in zip(levels, starts, ends, strict=True)]
    return AnyOf(found.start, found.end, tuple(items))


def _institution(found: Found | None, text: str) -> str | None:
    """Where a degree or training must come from: a kind of school, and nothing else said after it."""
    if found is None:
        return None
    said = text[found.parts[-1].start : found.parts[-1].end]
    if _NO_SCHOOL.search(said):
        raise Uncertain
    return said


def _phrase(found: Found, text: str, sort: Sort, *, closed: bool = False) -> Phrases:
    phrase = found.parts[-1]
    said = text[phrase.start : phrase.end]
    listed = phrases(said, sort, closed=closed)
    if found.has("MAJOR") and " minor " in said:
        raise Uncertain
    if listed is None or (sort == "fields" and any(_NO_FIELD.search(item) for item in listed.items)):
        raise Uncertain
    return listed


def credential(found: Found, text: str) -> Credential:
    """A licence, certificate or the like."""
    kind = found.words(*_CREDENTIALS)[0]
    before = found.word("WORDS")
    names = phrases(part_text(text, before), "names") if before else None
    issuer: str | None = None
    for word, following in zip(found.parts, [*found.parts[1:], None], strict=True):
        if not isinstance(word, Word) or (following is not None and not isinstance(following, Word)):
            raise Uncertain
        if word.type == "IN_STATE" and issuer is None:
            issuer = part_text(text, word).split(" ", 1)[1]
        elif word.type in ("ISSUED", "FROM", "AS", "OF", "IN", "TO_DO") and following is not None:
            said = part_text(text, following)
            if word.type in ("ISSUED", "FROM"):
                if issuer is not None:
                    raise Uncertain
                issuer = said
            else:
                if names is not None:
                    raise Uncertain
                names = _named(text, word, following)
    eligible = found.has("OR_ELIGIBLE"), found.has("ELIGIBLE")
    return Credential(
        start=found.start,
        end=found.end,
        kind=_CREDENTIALS[kind.type],
        names=names,
        issuer=issuer,
        current=found.has("CURRENT"),
        status="held_or_eligible" if eligible[0] else "eligible" if eligible[1] else "held",
        equivalent=equivalent(found, text),
    )


def _named(text: str, word: Word, phrase: Word) -> Phrases:
    """What a credential is for: "as a Registered Nurse", "to practice medicine"."""
    said = part_text(text, phrase)
    if word.type == "TO_DO":
        return Phrases(None, (text[word.start : phrase.end],))
    names = phrases(said, "names")
    if names is None or _NO_NAME.search(said):
        raise Uncertain
    return names


def training(found: Found, text: str) -> Training:
    """Schooling without a degree."""
    begun = found.word("COMPLETION", "COMPLETED", "ENROLMENT")
    stage: Literal["completed", "enrolled"] | None = None
    if begun is not None:
        stage = "enrolled" if begun.type == "ENROLMENT" else "completed"
    measure = found.one("measure", "hours")
    amount, maximum = span(measure) if measure else (None, None)
    unit = measure.word("UNIT", "HOURS") if measure else None
    fields, school = found.one("fields"), found.one("school")
    noun = found.word(*SCHOOLING)
    name = _name(found, text, noun)
    return Training(
        start=found.start,
        end=found.end,
        kind=_SCHOOLING[noun.type] if noun else "college",
        name=name,
        stage=stage,
        amount=amount.value if amount else None,
        maximum=maximum,
        unit=unit.value if unit else None,
        at_least=measure.has("AT_LEAST", "OR_MORE") if measure else False,
        areas=_phrase(fields, text, "fields") if fields else None,
        institution=_institution(school, text),
        issuer=_issuer(found, text),
        within=within(found),
        equivalent=equivalent(found, text),
    )


def _issuer(found: Found, text: str) -> str | None:
    """Who gives or approves it: "approved by the Department of Public Health"."""
    words = found.words("ISSUED")
    if len(words) > 1:
        raise Uncertain
    if not words:
        return None
    following = found.parts[found.parts.index(words[0]) + 1]
    return text[following.start : following.end]


def _name(found: Found, text: str, noun: Word | None) -> str:
    """The name of a school or course: from the words before its noun to what is taught there."""
    if noun is None:
        hours = found.one("hours")
        word = hours.word("HOURS") if hours else None
        if word is None:
            raise Uncertain
        return part_text(text, word)
    words = found.word("WORDS")
    start, end = (words.start if words else noun.start), noun.end
    place = found.parts.index(noun) + 1
    match found.parts[place : place + 2]:
        case (Word(type="OF"), Word(end=stop)):
            end = stop  # "school of nursing"
    name = text[start:end]
    lower = name.lower()
    return next((name[len(article) :] for article in _ARTICLES if lower.startswith(article)), name)


def attestation(found: Found, text: str) -> Attestation:
    """What a person must say of himself."""
    return Attestation(found.start, found.end, text[found.start : found.end])
