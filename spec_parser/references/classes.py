"""Other classes in running text, by their titles."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spec_parser.needed import small
from spec_parser.profiles.profile import Introduction, ReferenceWords
from spec_parser.references.found import Found, Taken
from spec_parser.references.naming import named
from spec_parser.references.openings import Openings
from spec_parser.references.phrases import Phrase
from spec_parser.references.titles import Titles
from spec_parser.references.wordings import Ending

# How far before a title what introduces it can begin.
_BEFORE = 90
_ARTICLE = re.compile(r"\b(?:an?|the) $")
# "Information Analyst 3 (IA3)"
_ABBREVIATION = re.compile(r"\([A-Z0-9./-]+\)")
# A higher number, if nothing else is said, belongs to something else: "Crystal Reports 9".
_HIGHEST_LEVEL = 6
# Specifications have the words before titles in common, more than they have the titles.
_REMEMBERED = 4096
# What joins a title to what follows it.
_JOINING = re.compile(r"(?: (?:[a-z]{1,9}|&|-|–)){0,4} ?$")
# Between what belongs to a title and what only follows it, where no archive knows better; "Pilot in Charge" is one.
_FOLLOWING = re.compile(r" (?:in|for|on) the ")


class ClassFinder:
    """Finds titles of classes.

    Args:
        words: of the profile.
        openings: of the profile.
        titles: of the archive; None where there is none.
    """

    def __init__(self, words: ReferenceWords, openings: Openings, titles: Titles | None) -> None:
        self._titles = titles
        self._introductions = [(one, Ending(one.pattern)) for one in words.introductions]
        self._continuation = re.compile(f"(?:{words.continuation})$")
        self._followers = re.compile(words.followers)
        self._openings = openings
        self._not_in_title = frozenset(words.not_in_title)
        self._numbered = frozenset(words.numbered)
        self._introduced_by = lru_cache(maxsize=_REMEMBERED)(self._by)

    def find(self, capitalised: Sequence[Phrase], taken: Taken) -> Iterator[Found]:
        """Every title among the phrases of a text, in order; not where something else was found."""
        last: Found | None = None
        for phrase in capitalised:
            start, end = taken.free_part(phrase.start, phrase.words_end)
            if (start, end) == (phrase.start, phrase.words_end) and self._only_opens(phrase):
                continue
            if end < phrase.words_end:
                end = start + len(_JOINING.sub("", phrase.text[start:end]))
            for found in self._in(phrase.part(start, end), last) if start < end else ():
                last = found
                yield found

    def _only_opens(self, phrase: Phrase) -> bool:
        """Whether a phrase is a single word that opens sentences, as most are, and no title."""
        words = phrase.words
        return (
            " " not in words
            and self._openings.has(words, opens=phrase.opens)
            and (self._titles is None or not self._titles.may_open(words))
        )

    def _in(self, phrase: Phrase, last: Found | None) -> Iterator[Found]:
        named = self._openings.without(phrase)
        known = list(self._known(phrase, last))
        if not known and named.start > phrase.start:
            known = list(self._known(named, last))
        yield from known
        last = known[-1] if known else last
        for part in self._parts(named) if named.start < named.words_end else ():
            others = [one for one in known if one.start < part.end and part.start < one.end]
            found = None if others else self._told(part, last)
            if found is not None:
                last = found
                yield found

    def _known(self, phrase: Phrase, last: Found | None) -> Iterator[Found]:
        """Titles of the archive in a phrase: the longest that begin and end at its joints."""
        if self._titles is None:
            return
        joints = phrase.joints()
        starts = [phrase.start, *(end for _, end in joints)]
        ends = [*(start for start, _ in joints), phrase.words_end]
        number = 0
        while number < len(starts):
            opening = phrase.text[starts[number] : ends[number]].partition(" ")[0]
            for stop in range(len(ends) - 1, number - 1, -1) if self._titles.may_open(opening) else ():
                part = phrase.part(starts[number], ends[stop])
                title = self._titles.printed(part.text[part.start : part.end], part.words)
                relation, enough = (None, False) if title is None else self._relation(part, last)
                if title is not None and (" " in title or enough or self._has_article(part)):
                    yield self._found(part, title, relation)
                    number = stop
                    break
            number += 1

    def _parts(self, phrase: Phrase) -> Iterator[Phrase]:
        """A phrase without what only follows a title; two titles one by one.

        They are two where both are in the plural, or where several are announced: "the classes of".
        """
        text, start, end = phrase.text, phrase.start, phrase.words_end
        for left, right in phrase.joints():
            if _FOLLOWING.fullmatch(text, left, right):
                end = left
                break
            sides = (text[start:left], text[right : phrase.words_end])
            if text[left:right] == " and " and self._are_titles(phrase, sides):
                yield phrase.part(start, left)
                start = right
        yield phrase.part(start, end)

    def _are_titles(self, phrase: Phrase, sides: tuple[str, str]) -> bool:
        """Whether what stands on both sides of an "and" can be a title each."""
        if not all(" " in side for side in sides):
            return False
        if all(named(side).plural for side in sides):
            return True
        introduced = self._introduced(phrase)
        return introduced is not None and introduced.several

    def _told(self, phrase: Phrase, last: Found | None) -> Found | None:
        """A title that the words around it show to be one; None where it could be anything."""
        words = phrase.words.split()
        if not words or not self._not_in_title.isdisjoint(words):
            return None
        relation, enough = self._relation(phrase, last)
        if phrase.leveled:
            counted = words[-2] if len(words) > 1 else ""
            if counted in self._numbered or not counted:
                return None
            title = named(phrase.words)
            sure = enough or self._has_article(phrase)
            sure = sure or ((len(words) > 2 or title.plural) and (title.level or 0) <= _HIGHEST_LEVEL)
        else:
            sure = enough or (len(words) > 1 and self._followers.match(phrase.text, phrase.end) is not None)
        if not sure or (phrase.words.isupper() and not enough):
            return None
        return self._found(phrase, phrase.words + self._qualifiers(phrase), relation)

    def _found(self, phrase: Phrase, title: str, relation: str | None) -> Found:
        end = phrase.start + len(title)
        return Found("class", phrase.start, end, named(title).title, relation)

    def _qualifiers(self, phrase: Phrase) -> str:
        """The parentheses after a title, but for an abbreviation of it."""
        rest = phrase.text[phrase.words_end : phrase.end]
        return "" if _ABBREVIATION.search(rest) else rest

    def _relation(self, phrase: Phrase, last: Found | None) -> tuple[str | None, bool]:
        """How a phrase is named, and whether that is enough: by the words before it, or in a list as the one before."""
        text, start = phrase.text, phrase.start
        introduced = self._introduced(phrase)
        if introduced is not None:
            return introduced.relation, introduced.enough
        if last is None or last.relation is None or not last.end <= start <= last.end + _BEFORE:
            return None, False
        goes_on = self._continuation.fullmatch(text, last.end, start) is not None
        return (last.relation, True) if goes_on else (None, False)

    def _introduced(self, phrase: Phrase) -> Introduction | None:
        """What stands right before a phrase and introduces a title."""
        return self._introduced_by(phrase.text[max(0, phrase.start - _BEFORE) : phrase.start])

    def _by(self, before: str) -> Introduction | None:
        plain = small(before)
        return next((one for one, ending in self._introductions if ending.ends(before, plain)), None)

    def _has_article(self, phrase: Phrase) -> bool:
        return _ARTICLE.search(phrase.text, max(0, phrase.start - 4), phrase.start) is not None
