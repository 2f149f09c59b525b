"""Tell what a statement of knowledge, skill and ability asks for, and how much of it."""

import re
from typing import Literal

from msgspec import Struct

from spec_parser.fields.reading import Part, Reading
from spec_parser.profiles.entries import NOTHING
from spec_parser.profiles.profile import Profile

Kind = Literal["knowledge", "skill", "ability"]

_WORD = re.compile(r"[^\s,;:.()/]+")
# The word that says what is asked for stands near: "oral and written communication skills".
_OPENING = 120
_ARTICLES = frozenset({"a", "an", "the"})


class Asked(Struct, frozen=True):
    """What a statement asks for, and how much of it."""

    kind: Kind | None
    degree: str | None


_NOTHING: Reading[Asked] = Reading(Asked(None, None), (), ())


class StatementReader:
    """Tells kind and degree by the profile's words."""

    def __init__(self, profile: Profile) -> None:
        words = profile.statement_words
        degrees = "|".join(re.escape(word) for word in sorted(words.degrees, key=len, reverse=True))
        self._degree = re.compile(rf"(?i:an? )?(?P<degree>(?i:{degrees}))(?= )" if degrees else NOTHING)
        self._ends = frozenset(profile.prepositions)
        kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = (
            ("knowledge", words.knowledge),
            ("skill", words.skill),
            ("ability", words.ability),
        )
        self._kinds = {word.lower(): kind for kind, named in kinds for word in named}

    def read(self, text: str) -> Reading[Asked]:
        """What the statement asks for; nothing where no word of its opening says so.

        The opening ends at its first preposition. Of several kinds ("Knowledge of and ability to apply", "Skill and
        ability to") the first counts, which is what the statement is listed under. A degree without a kind ("Some
        positions require") is none, nor is one before an article ("Some positions require the ability").
        """
        start = len(text) - len(text.lstrip())
        degree = self._degree.match(text, start)
        for found in _WORD.finditer(text, degree.end() if degree else start, start + _OPENING):
            word = found[0].lower()
            kind = self._kinds.get(word)
            if kind is not None:
                parts = [Part("/kind", kind, (found.span(),))]
                if degree is not None:
                    parts.append(Part("/degree", degree["degree"].lower(), (degree.span("degree"),)))
                return Reading(Asked(kind, None if degree is None else str(parts[1].value)), tuple(parts), ())
            if word in self._ends:
                break
            if word in _ARTICLES:
                degree = None
        return _NOTHING
