"""What stands before a name because it opens a sentence: an article, a verb."""

import re

from spec_parser.profiles.profile import Profile
from spec_parser.references.phrases import Phrase

_WORD = re.compile(r"[^ ]+")
# The lower-case words after it: "Substitutes for the Locks Officer".
_SMALL = re.compile(r"(?: (?:[a-z]{1,9}|&|-|–)){0,4} ?")


class Openings:
    """The words of a profile that open sentences and no names."""

    def __init__(self, profile: Profile) -> None:
        self._not_first = frozenset(profile.references.not_first)
        self._verbs = frozenset(profile.duty_verbs.words)

    def without(self, phrase: Phrase) -> Phrase:
        """A phrase without what opens its sentence; it may have no words left."""
        start, opens = phrase.start, phrase.opens
        while start < phrase.words_end:
            word = _WORD.match(phrase.text, start, phrase.words_end)
            if word is None or not (word[0] in self._not_first or (opens and word[0] in self._verbs)):
                break
            small = _SMALL.match(phrase.text, word.end(), phrase.words_end)
            start, opens = word.end() if small is None else small.end(), False
        return phrase if start == phrase.start else phrase.part(start, phrase.words_end)
