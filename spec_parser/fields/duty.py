"""Tell the verb that a duty opens with."""

import re

from spec_parser.fields.reading import Part, Reading
from spec_parser.profiles.profile import Profile

_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)?")
_NONE: Reading[str | None] = Reading(None, (), ())


class DutyVerbReader:
    """Tells verbs by the profile's list: a word that is not there may be a noun, and is said nothing of."""

    def __init__(self, profile: Profile) -> None:
        verbs = profile.duty_verbs
        self._words = frozenset(word.lower() for word in verbs.words)
        self._openers = re.compile(verbs.openers)

    def read(self, text: str) -> Reading[str | None]:
        """The verb as printed: `Acts` of "Acts as a guide", `supervise` of "May supervise aides"; else None."""
        start = len(text) - len(text.lstrip())
        opener = self._openers.match(text, start)
        found = _WORD.match(text, opener.end() if opener else start)
        if found is None or not self._is_verb(found[0].lower(), bare=opener is not None):
            return _NONE
        return Reading(found[0], (Part("", found[0], (found.span(),)),), ())

    def _is_verb(self, word: str, *, bare: bool) -> bool:
        """Whether a word is a verb of the list, or where `bare` forms may stand too the base form of one."""
        words = self._words
        return word in words or (bare and (f"{word}s" in words or f"{word}es" in words or f"{word[:-1]}ies" in words))
