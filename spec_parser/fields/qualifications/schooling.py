"""Credentials, training and attestations, from what the grammar found."""

import re
from typing import Final, Literal

from spec_parser.fields.qualifications.degrees import ARTICLES, institution_of, studied, without_article
from spec_parser.fields.qualifications.experience import equivalent, part_text, span, within
from spec_parser.fields.qualifications.kinds import SCHOOLING
from spec_parser.fields.qualifications.phrases import phrases
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.fields.qualifications.words import Word
from spec_parser.model.expression import Attestation, Credential, Training
from spec_parser.model.expression_parts import Phrases

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
    "BAR_MEMBER": "licence",
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
# "the Connecticut bar", "the bar of the State of Connecticut"
_BAR = re.compile(
    r"the ((?:[A-Z][a-z]{1,15} ){0,3}[Bb]ar)"
    r"(?: of ((?:the |this )?(?:[Ss]tate|[A-Z][a-z]+)(?: of)?(?: [A-Z][a-z]+){0,3}))?"
)
_NO_BODY = re.compile(r"\b(?:in|for|with|to|who|which|or)\b")
# What a credential is called has no such words; who issues it, or what else is asked for, does.
_NO_NAME = re.compile(r" (?:with|by|from|which|that|who|recognized|including) ")


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
        elif word.type == "BAR_MEMBER" and following is not None:
            names, issuer = _bar(part_text(text, following))
        elif word.type in ("ISSUED", "FROM", "BY", "AS", "OF", "IN", "TO_DO") and following is not None:
            said = part_text(text, following)
            if word.type in ("ISSUED", "FROM", "BY"):
                if issuer is not None or (word.type == "BY" and not _is_body(said)):
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


def _bar(said: str) -> tuple[Phrases, str | None]:
    """The bar one is a member of, and of which state it is."""
    found = _BAR.fullmatch(said)
    if found is None:
        raise Uncertain
    return Phrases(None, (found[1],)), found[2]


def _is_body(said: str) -> bool:
    """Whether what certifies is one body, without anything else said of it; "by examination" tells none."""
    return said.lower().startswith(ARTICLES) and not _NO_BODY.search(said)


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
        areas=studied(fields, text) if fields else None,
        institution=institution_of(school, text),
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
    return without_article(text[start:end])


def attestation(found: Found, text: str) -> Attestation:
    """What a person must say of himself."""
    return Attestation(found.start, found.end, text[found.start : found.end])
