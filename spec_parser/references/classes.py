"""Other classes in running text, by their titles."""

import re
from collections.abc import Iterator, Sequence

from spec_parser.profiles.profile import ReferenceWords
from spec_parser.references.found import Found, Taken
from spec_parser.references.naming import named
from spec_parser.references.openings import Openings
from spec_parser.references.phrases import Phrase
from spec_parser.references.titles import Titles

# How far before a title what introduces it can begin.
_BEFORE = 90
_ARTICLE = re.compile(r"\b(?:an?|the) $")
# What joins a title to what follows it.
_JOINING = re.compile(r"(?: (?:[a-z]{1,9}|&|-|–)){0,4} ?$")
# Between what belongs to a title and what only follows it, where no archive knows better.
_FOLLOWING = ("in", "for", "on")


class ClassFinder:
    """Finds titles of classes.

    Args:
        words: of the profile.
        openings: of the profile.
        titles: of the archive; None where there is none.
    """

    def __init__(self, words: ReferenceWords, openings: Openings, titles: Titles | None) -> None:
        self._titles = titles
        self._introductions = [
            (one.relation, one.several, re.compile(f"(?i:{one.pattern})$")) for one in words.introductions
        ]
        self._continuation = re.compile(f"(?:{words.continuation})$")
        self._followers = re.compile(words.followers)
        self._openings = openings
        self._not_in_title = frozenset(words.not_in_title)
        self._numbered = frozenset(words.numbered)

    def find(self, capitalised: Sequence[Phrase], taken: Taken) -> Iterator[Found]:
        """Every title among the phrases of a text, in order; not where something else was found."""
        last: Found | None = None
        for phrase in capitalised:
            start, end = taken.free_part(phrase.start, phrase.words_end)
            if end < phrase.words_end:
                end = start + len(_JOINING.sub("", phrase.text[start:end]))
            for found in self._in(phrase.part(start, end), last) if start < end else ():
                last = found
                yield found

    def _in(self, phrase: Phrase, last: Found | None) -> Iterator[Found]:
        named = self._openings.without(phrase)
        known = list(self._known(phrase, last))
        if not known and named.start > phrase.start:
            known = list(self._known(named, last))
        if known or named.start >= named.words_end:
            yield from known
            return
        for part in self._parts(named):
            found = self._told(part, last)
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
                if title is not None and (" " in title or self._relation(part, last) or self._has_article(part)):
                    yield self._found(part, title, self._relation(part, last))
                    number = stop
                    break
            number += 1

    def _parts(self, phrase: Phrase) -> Iterator[Phrase]:
        """A phrase without what only follows a title; two titles one by one.

        They are two where both are in the plural, or where several are announced: "the classes of".
        """
        text, start, end = phrase.text, phrase.start, phrase.words_end
        _, several = self._introduced(phrase)
        for left, right in phrase.joints():
            joint = text[left:right].split()[0]
            if joint in _FOLLOWING:
                end = left
                break
            sides = (text[start:left], text[right : phrase.words_end])
            if joint == "and" and all(" " in side and (several or named(side).plural) for side in sides):
                yield phrase.part(start, left)
                start = right
        yield phrase.part(start, end)

    def _told(self, phrase: Phrase, last: Found | None) -> Found | None:
        """A title that the words around it show to be one; None where it could be anything."""
        words = phrase.words.split()
        if not words or any(word in self._not_in_title for word in words):
            return None
        relation = self._relation(phrase, last)
        if phrase.leveled:
            counted = words[-2] if len(words) > 1 else ""
            if counted in self._numbered or not counted:
                return None
            sure = len(words) > 2 or relation is not None or self._has_article(phrase) or named(phrase.words).plural
        else:
            sure = relation is not None or (
                len(words) > 1 and self._followers.match(phrase.text, phrase.end) is not None
            )
        if not sure or (phrase.words.isupper() and relation is None):
            return None
        return self._found(phrase, phrase.words, relation)

    def _found(self, phrase: Phrase, title: str, relation: str | None) -> Found:
        end = phrase.start + len(title)
        return Found("class", phrase.start, end, named(title).title, relation)

    def _relation(self, phrase: Phrase, last: Found | None) -> str | None:
        """How the words before a phrase introduce it; in a list as the entry before it."""
        relation, _ = self._introduced(phrase)
        if relation is not None or last is None or not last.end <= phrase.start <= last.end + _BEFORE:
            return relation
        return last.relation if self._continuation.fullmatch(phrase.text, last.end, phrase.start) else None

    def _introduced(self, phrase: Phrase) -> tuple[str | None, bool]:
        """How the words right before a phrase introduce it, and whether they announce several titles."""
        before = phrase.text[max(0, phrase.start - _BEFORE) : phrase.start]
        for relation, several, pattern in self._introductions:
            if pattern.search(before):
                return relation, several
        return None, False

    def _has_article(self, phrase: Phrase) -> bool:
        return _ARTICLE.search(phrase.text, max(0, phrase.start - 4), phrase.start) is not None
