"""Agencies, licences and bargaining units in running text, by the profile's words."""

import re
from collections.abc import Iterable, Iterator, Sequence

from spec_parser.profiles.entries import NOTHING
from spec_parser.profiles.profile import ReferenceWords
from spec_parser.references.found import Found
from spec_parser.references.openings import Openings
from spec_parser.references.phrases import Phrase
from spec_parser.references.wordings import Somewhere, has_any, shortest

# "Department of", "Board for": what an agency's first word is followed by.
_FOLLOWED = re.compile(r" (?:of|for|on)(?: the)? [A-Z]")
# "CPCU certification"
_ABBREVIATION = re.compile(r"[A-Z]{2,6}")
# "NP-2"
_DESIGNATION = re.compile(r"[A-Z0-9]{1,4}-[A-Z0-9]{1,4}")


def either(patterns: Sequence[str]) -> re.Pattern[str]:
    """One pattern for any of several."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or NOTHING)


def any_thing(words: ReferenceWords) -> Somewhere:
    """All that a profile's patterns and names show without capitalised phrases."""
    return Somewhere([*_as_words(words.agencies), *words.bargaining_units, *words.licences])


def _as_words(names: Sequence[str]) -> list[str]:
    return [rf"\b{re.escape(name)}\b" for name in names]


class ThingFinder:
    """Finds what is no class, at once so that no title is seen in it."""

    def __init__(self, words: ReferenceWords, openings: Openings) -> None:
        self._openings = openings
        self._heads = frozenset(words.agency_heads)
        self._tails = frozenset(words.agency_tails)
        self._licence = re.compile(
            rf" (?:{'|'.join(map(re.escape, words.licence_words))})\b" if words.licence_words else NOTHING
        )
        self._licence_words = frozenset(word.lower() for word in words.licence_words)
        self._licence_signs = shortest([*self._licence_words, *map(str.lower, words.licence_heads)])
        self._licence_heads = frozenset(words.licence_heads)
        self._licences = either(words.licences)
        self._agency_names = either(_as_words(words.agencies))
        self._units = either(words.bargaining_units)
        self._any = any_thing(words)
        self._agency_signs = shortest([*words.agency_heads, *words.agency_tails])

    def find(self, text: str, capitalised: Iterable[Phrase]) -> Iterator[Found]:
        """What is named in a text with its phrases; of what lies over another the first counts.

        The phrases are asked for only where they can matter.
        """
        if self._any.finds(text):
            yield from self._patterned(text)
        may_license, has_agencies = has_any(text.lower(), self._licence_signs), has_any(text, self._agency_signs)
        for phrase in map(self._openings.without, capitalised) if may_license or has_agencies else ():
            if may_license:
                yield from self._licence_in(phrase)
            if has_agencies:
                yield from self._agencies(phrase)

    def _patterned(self, text: str) -> Iterator[Found]:
        """What the profile's patterns show."""
        for found in self._agency_names.finditer(text):
            yield Found("agency", *found.span(), found[0])
        for found in self._units.finditer(text):
            name = _DESIGNATION.search(found[0])
            yield Found("bargaining_unit", *found.span(), found[0] if name is None else name[0])
        for found in self._licences.finditer(text):
            yield Found("licence", *found.span(), found[0])

    def _licence_in(self, phrase: Phrase) -> Iterator[Found]:
        """`Master Barber license`, `Class 2 license`, `Certified Public Accountant (CPA)`."""
        text, start = phrase.text, phrase.start
        words = phrase.words.split()
        follows = self._licence.match(text, phrase.end)
        if len(words) < 2 and not (follows is not None and _ABBREVIATION.fullmatch(words[0] if words else "")):
            return
        if follows is not None:
            yield Found("licence", start, follows.end(), text[start : follows.end()])
        elif words[-1].lower() in self._licence_words or words[0] in self._licence_heads:
            yield Found("licence", start, phrase.end, text[start : phrase.words_end])

    def _agencies(self, phrase: Phrase) -> Iterator[Found]:
        """`Department of Harbors and Lights`, `Insurance Department`."""
        text = phrase.text
        bounds = [phrase.start, *(place for joint in phrase.joints() for place in joint), phrase.words_end]
        parts = list(zip(bounds[::2], bounds[1::2], strict=True))
        number = 0
        while number < len(parts):
            start, end = parts[number]
            words = text[start:end].split()
            last = number
            if number + 1 < len(parts) and words and words[-1] in self._heads and _FOLLOWED.match(text, end):
                last = self._last_part(text, parts, number)
                start, end = end - len(words[-1]), parts[last][1]
                yield Found("agency", start, end, text[start:end])
            elif len(words) > 1 and words[-1] in self._tails:
                yield Found("agency", start, end, text[start:end])
            number = last + 1

    def _last_part(self, text: str, parts: Sequence[tuple[int, int]], number: int) -> int:
        """How far the name of an agency goes that begins with a part: up to another one, or to where it is."""
        last = number + 1
        while last + 1 < len(parts):
            joint = text[parts[last][1] : parts[last + 1][0]].split(maxsplit=1)[0]
            first = text[slice(*parts[last + 1])].split(maxsplit=1)[0]
            if joint in ("in", "to") or first in self._heads or text[parts[last][1] :].startswith(" and the "):
                break
            last += 1
        return last
