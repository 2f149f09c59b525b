"""TYP006: a word that no list has, one letter from a common one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from spec_parser.profiles.profile import Profile
from spec_parser.rules.problem import Problem
from spec_parser.rules.rule import Rule
from spec_parser.rules.subject import Passage, Subject
from spec_parser.rules.typ.vocabulary import count, is_common, one_edit_away

RULE = Rule(
    code="TYP006",
    name="typo",
    severity="warning",
    summary="A word is not known, and one letter away from a common one.",
    details=(
        "Words of five letters and more that stand once in the specification, are in no word list (160,000 English"
        " words), in no list of the profile and, with `--archive`, at most once in the archive. One letter left out,"
        " put in, mistaken or changed about must make a common word of it, or one that the archive has often. Names"
        " are left alone: what has a capital, but for the first word of a text; so are words with figures or"
        " apostrophes, and the parts of words with hyphens. An unknown word that is near to none is left alone: it is a"
        " term of the trade."
    ),
    reason="A published specification is law for every employee in the class, and searched by its words.",
    example="Schedules the inspecton of lamps",
    mended="Schedules the inspection of lamps",
    fix="unsafe",
)
_WORD = re.compile(r"(?<![\w'’./@&-])[A-Za-z][a-z]{4,}(?![\w'’@/-]|\.\w)")
# "Occup. Group", "Admin. Services"
_ABBREVIATED = re.compile(r"\. ?\S")
_SHORT = 6
_OPENS = re.compile(r"(?:^|[.!?:] )$")
# So often a word must stand in an archive to be what was meant, if no list has it.
_OFTEN = 5

# No English word is longer; to try all that is a letter away takes time that grows with its length.
_LONGEST = 30
# A text with more unknown words is in another language, or a list of names: nothing in it is a typo for certain.
_MOST = 60

_ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ers", "ly", "ness", "able", "less", "wide", "like")
_BEGINNINGS = ("non", "un", "re", "pre", "sub", "inter", "multi", "co", "micro", "bio", "geo", "para", "under", "over")


class _Candidate(NamedTuple):
    passage: Passage
    start: int
    end: int


def check(subject: Subject) -> Iterator[Problem]:
    """Words that are typos."""
    found: dict[str, list[_Candidate]] = {}
    for passage in subject.passages:
        for start, end in _unknown(passage.value.text):
            found.setdefault(passage.value.text[start:end].lower(), []).append(_Candidate(passage, start, end))
    unknown = [word for word, places in found.items() if len(places) == 1 and len(word) <= _LONGEST]
    if not unknown or len(unknown) > _MOST:
        return
    own, text = _profile_words(subject.profile), subject.text.lower()
    for word in unknown:
        (place,) = found[word]
        if not _is_name(place) and word not in own and text.count(word) == 1:  # also in a heading, in capitals
            meant = _meant(word, subject)
            if meant is not None:
                yield _problem(place, meant)


@lru_cache(maxsize=8192)  # revisions of a class, and classes of a series, have most of their texts in common
def _unknown(text: str) -> tuple[tuple[int, int], ...]:
    """Where words stand in a text that no list has; what may be an abbreviation is left out."""
    return tuple(
        match.span()
        for match in _WORD.finditer(text)
        if not count(match[0].lower()) and (match.end() - match.start() > _SHORT or not _abbreviated(text, match.end()))
    )


def _abbreviated(text: str, end: int) -> bool:
    return _ABBREVIATED.match(text, end) is not None


def _problem(place: _Candidate, meant: str) -> Problem:
    value = place.passage.value
    written = value.text[place.start : place.end]
    mend = meant.capitalize() if written[0].isupper() else meant
    return value.problem(
        f"“{written}”: no word list has this word; did you mean “{mend}”?", place.start, place.end, mend=mend
    )


def _is_name(place: _Candidate) -> bool:
    text = place.passage.value.text
    return text[place.start].isupper() and _OPENS.search(text, max(0, place.start - 2), place.start) is None


_known: list[tuple[Profile, frozenset[str]]] = []
"""The profile whose words were asked for last, and these: a run judges by one."""


def _profile_words(profile: Profile) -> frozenset[str]:
    """The words of the profile's lists: verbs, headers, names of codes."""
    if _known and _known[0][0] is profile:
        return _known[0][1]
    texts = [
        *profile.duty_verbs.words,
        *[name for header in profile.headers for name in header.names],
        *[name for codes in profile.code_lists.values() for name in codes.values()],
    ]
    words = frozenset(re.findall(r"[a-z]+", " ".join(texts).lower()))
    _known[:] = [(profile, words)]
    return words


def _meant(word: str, subject: Subject) -> str | None:
    """The common word that is one letter away; None where there is none, or the archive knows the word."""
    often = {} if subject.archive is None else subject.archive.words
    if often.get(word, 0) > 1 or _is_derived(word):
        return None
    near = list(_common(word))
    if often:
        near = list({*near, *(one for one in one_edit_away(word) if often.get(one, 0) >= _OFTEN)})
    near.sort(key=lambda one: (one not in subject.text, _is_mistaken(one, word), -often.get(one, 0), -count(one), one))
    return near[0] if near else None


@lru_cache(maxsize=8192)  # a term of the trade stands in many specifications
def _common(word: str) -> tuple[str, ...]:
    """The common words that are one letter away from a word."""
    return tuple(one for one in set(one_edit_away(word)) if is_common(one))


def _is_mistaken(meant: str, word: str) -> bool:
    """Whether one letter stands for another; letters left out, doubled and changed about are the commoner slips."""
    return len(meant) == len(word) and sorted(meant) != sorted(word)


@lru_cache(maxsize=8192)
def _is_derived(word: str) -> bool:
    """Whether a word is a known one with a usual beginning or ending, which no list has in full."""
    return any(word.endswith(one) and len(word) - len(one) > 3 and count(word[: -len(one)]) for one in _ENDINGS) or any(
        word.startswith(one) and len(word) - len(one) > 3 and count(word[len(one) :]) for one in _BEGINNINGS
    )
