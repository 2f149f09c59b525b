"""What stands before a name because it opens a sentence: an article, a verb."""

import re

from spec_parser.profiles.profile import Profile
from spec_parser.references.phrases import Phrase

# The lower-case words after it: "Substitutes for the Locks Officer".
_SMALL = re.compile(r"(?: (?:[a-z]{1,9}|&|-|–)){0,4} ?")


class Openings:
    """The words of a profile that open sentences and no names."""

    def __init__(self, profile: Profile) -> None:
        self._not_first = frozenset(profile.references.not_first)
        self._verbs = frozenset(profile.duty_verbs.words)

    def has(self, word: str, *, opens: bool) -> bool:
        """Whether a word is one of them; a verb is only where it opens the sentence."""
        return word in self._not_first or (opens and word in self._verbs)

    def without(self, phrase: Phrase) -> Phrase:
        """A phrase without what opens its sentence; it may have no words left."""
        start, opens = phrase.start, phrase.opens
        while start < phrase.words_end:
            end = phrase.text.find(" ", start, phrase.words_end)
            end = phrase.words_end if end < 0 else end
            if not self.has(phrase.text[start:end], opens=opens):
                break
            small = _SMALL.match(phrase.text, end, phrase.words_end)
            start, opens = end if small is None else small.end(), False
        return phrase if start == phrase.start else phrase.part(start, phrase.words_end)
