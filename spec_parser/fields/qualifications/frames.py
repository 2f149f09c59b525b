"""Puts the words of a sentence together to the tokens of grammars/qualifications.lark.

Words that are kept as they stand become one token, a phrase, which ends where the sentence goes on: at the next fixed
phrase, or at an `and`, `or` or comma that another requirement follows. A phrase that holds a word of which nobody
knows what it means for it (`unless`, `must`), or an amount of time, becomes ODD, which the grammar has no place for.
"""

from spec_parser.fields.qualifications.kinds import (
    AFTER_COMMA,
    BEFORE_AFTER,
    BEFORE_DOING,
    BEFORE_PHRASE,
    CREDENTIALS,
    ENDS,
    HEADS,
    JOINERS,
    JOINT,
    LEVEL_OF,
    LEVELS,
    LONGEST_JOINT,
    LONGEST_NAME,
    MUST,
    NAMED,
    OPENERS,
    PLAIN,
    QUALIFIED,
    RANGES,
    SCHOOLING,
    STRENGTHS,
    STRONGEST,
)
from spec_parser.fields.qualifications.nouns import naming_nouns_told
from spec_parser.fields.qualifications.terms import about_term
from spec_parser.fields.qualifications.words import Word, spanning

_SURELY, _PERHAPS = "surely", "perhaps"
# How many words beyond the last one are asked for, which have no type.
_BEYOND = 2
# Words of a phrase that never end it.
_MERE = frozenset({"WORD", "DOING", "OF", "ARTICLE"})
# What stands before the field that a degree is in, where a phrase says first where it is from.
_TAUGHT_AT = frozenset({"COLLEGE", "SCHOOL"})


def frame(words: list[Word]) -> list[Word]:
    """The tokens of a sentence.

    Args:
        words: those of the sentence, without its stop; CLAUSES stand for lettered clauses already.
    """
    return about_term(words) or _Framer(naming_nouns_told(words)).framed()


class _Framer:
    """Goes through the words of one sentence once."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._types = [word.type for word in words] + [""] * _BEYOND
        self._tokens: list[Word] = []
        self._place = 0
        self._head = ""  # what is being asked for: experience, degree, credential, training
        self._substituted = False
        self._article: int | None = None  # where one stands that the next word takes with it

    def framed(self) -> list[Word]:
        """The tokens."""
        words = self._words
        while self._place < len(words):
            kind = words[self._place].type
            if (kind in JOINERS and not self._is_frame(kind) and self._joint()) or self._part():
                continue
            if kind == "COMMA" and self._types[self._place + 1] in AFTER_COMMA:
                self._place += 1
                continue
            if kind in ("INCLUDING", "WITH", "PLACED") or (kind == "AFTER" and self._last() in BEFORE_AFTER):
                self._phrase("PLACE")
            elif kind == "DOING" and self._last() in BEFORE_DOING:
                self._phrase("DOING")
            elif self._opens_phrase(kind):
                self._keep()
                if not self._goes_on_by_itself(kind):
                    self._phrase("PHRASE", to_the_end=kind == "ANY_TRAINING")
            elif kind in PLAIN and not self._is_frame(kind):
                self._run()
            else:
                self._keep()
        if self._article is not None:
            self._tokens.append(Word("ODD", self._article, words[-1].end))
        return self._tokens

    def _keep(self) -> None:
        """Take a word as a token of its own."""
        word = self._words[self._place]
        if word.type == "REQUIREMENT":
            word = Word("REQUIRED", word.start, word.end)
        if self._article is not None:
            word, self._article = Word(word.type, self._article, word.end, word.value), None
        self._head = HEADS.get(word.type, self._head)
        self._substituted = self._substituted or word.type in ("SUBSTITUTED", "COUNTS_AS")
        self._tokens.append(word)
        self._place += 1

    def _last(self) -> str:
        return self._tokens[-1].type if self._tokens else ""

    def _opens_phrase(self, kind: str) -> bool:
        """Whether a phrase stands after this word; a preposition without anything before it is a word like others."""
        if kind == "BY":
            return self._last() in QUALIFIED
        if kind in ("TO_DO", "FROM"):
            return self._last() in CREDENTIALS or (kind == "TO_DO" and self._last() == "LICENSED")
        if kind == "OF":
            return self._last() in CREDENTIALS or self._last() in SCHOOLING
        return kind in BEFORE_PHRASE or kind in MUST

    def _goes_on_by_itself(self, kind: str) -> bool:
        """Whether after such a word something else than a phrase stands."""
        following = self._types[self._place]
        if kind in MUST:
            return (
                following in LEVEL_OF or following in ("CLAUSES", "COLON", "ONE_OF") or self._measure(self._place) > 0
            )
        return kind == "OF" and self._measure(self._place) > 0

    def _is_frame(self, kind: str) -> bool:
        """Whether a small word holds the frame together here, and is no part of a phrase."""
        if kind == "OR":
            return self._last() in LEVELS and self._types[self._after_article(self._place + 1)] in LEVELS
        if kind == "OF":
            return self._last() in ("UNIT", "HOURS")
        if kind == "BETWEEN":
            return self._measure(self._place) > 0
        if kind in RANGES and self._last() == "AMOUNT":
            return self._types[self._place + 1] == "AMOUNT"
        if kind == "BY":
            return self._last() in QUALIFIED
        return kind == "FOR" and self._substituted

    def _joint(self) -> bool:
        """Take an `and`, `or`, comma or semicolon that another requirement follows; tells whether it is one."""
        place, end, word, strength = self._place, self._place, "", 0
        while self._types[end] in JOINERS and end - place < LONGEST_JOINT:
            kind = self._types[end]
            strength = max(strength, STRENGTHS.get(kind, 0))
            word = JOINT.get(kind, word)
            end += 1
        either = self._types[end] == "EITHER"
        opened = self._opens(end + either)
        if word == "including" and opened == "" and self._names_experience(end):
            opened = _SURELY
        if not opened or not self._tokens:
            return False
        if either:  # it holds together what stands after it
            strength = max(strength, STRENGTHS["SEMICOLON"])
        elif self._types[end] == "COMBINATION":  # in place of all that stands before it
            strength = STRONGEST
        self._tokens.append(
            Word(
                "JOIN" if opened == _SURELY else "ODD",
                self._words[place].start,
                self._words[end - 1].end,
                f"{word}{strength}",
            )
        )
        self._place = end + either
        return True

    def _part(self) -> bool:
        """Take the `of which` before a part of the experience; no mark need join it. Tells whether it is one."""
        if not self._tokens or self._types[self._place] != "OF_PRECEDING" or not self._measure(self._place + 1):
            return False
        if self._last() != "JOIN":
            start = self._words[self._place].start
            self._tokens.append(Word("JOIN", start, start, "0"))
        self._keep()
        return True

    def _opens(self, place: int) -> str:
        """Whether another requirement begins at a place: surely, perhaps, or (empty) not."""
        noun = self._after_article(place)
        kind = self._types[noun]
        if (
            self._measure(place)
            or (self._types[place] == "AMOUNT" and self._types[place + 1] == "OF_PRECEDING")
            or (kind == "OF_PRECEDING" and self._measure(place + 1))
            or kind in OPENERS
            or (kind in ("DEGREE", "COLLEGE") and self._head != "experience")
            or (kind in CREDENTIALS and self._types[noun + 1] == "AS")
        ):
            return _SURELY
        while self._types[noun] in ("WORD", "DOING") and noun - place < LONGEST_NAME:
            noun += 1
        if self._types[noun] not in NAMED:
            return ""
        if self._head in ("degree", "credential", "training"):
            return _SURELY
        return _PERHAPS if self._types[place] == "ARTICLE" else ""

    def _names_experience(self, place: int) -> bool:
        """Whether "experience" stands at a place, or after a few words: "including supervisory experience in ..."."""
        end = place
        while self._types[end] in ("WORD", "DOING") and end - place < LONGEST_NAME:
            end += 1
        return self._types[end] == "EXPERIENCE"

    def _measure(self, place: int) -> int:
        """The place after an amount of time or hours that stands here; 0 where none does."""
        spans = self._types[place] == "BETWEEN"
        if spans or self._types[place] == "AT_LEAST":
            place += 1
        if self._types[place] != "AMOUNT":
            return 0
        if self._types[place + 1] in RANGES and self._types[place + 2] == "AMOUNT":
            place += 2 if spans or self._types[place + 1] != "AND" else 0
        elif spans:
            return 0
        place += 1 + (self._types[place + 1] in ("ADDITIONAL", "OR_MORE"))
        return place + 1 if self._types[place] in ("UNIT", "HOURS") and self._types[place + 1] != "PER" else 0

    def _after_article(self, place: int) -> int:
        return place + (self._types[place] == "ARTICLE")

    def _phrase(self, kind: str, *, to_the_end: bool = False) -> None:
        """Take a phrase up to where the sentence goes on."""
        first = self._place
        place, odd = first + (kind in ("PLACE", "DOING")), False
        related = False  # in a clause of its own, which may have a verb
        if to_the_end:
            place = len(self._words)
        while word := self._types[place]:
            if word in _MERE:
                place += 1
                continue
            if word == "AS" and self._types[first] == "AFTER" and self._types[place - 1] in CREDENTIALS:
                place += 1  # "following licensure as a pilot"
                continue
            if self._ends(word) or (word == "REQUIRED" and not related) or self._ends_here(word, first, place):
                break
            if word in JOINERS and (opened := self._opens(self._after_joiners(place))):
                # What stands after "following graduation" may go on: "and admission to the bar".
                odd = odd or opened != _SURELY or self._types[first] == "AFTER"
                break
            measured = self._measure(place)
            related = related or word == "RELATIVE"
            odd = odd or word == "ODD" or measured > 0 or (word == "IS" and not related)
            odd = odd or (word == "REQUIREMENT" and self._head == "experience")
            place += 1
        self._place = place
        if place > first:
            self._tokens.append(spanning("ODD" if odd else kind, self._words, first, place))

    def _ends_here(self, kind: str, first: int, place: int) -> bool:
        """Whether a phrase that begins at `first` ends before this word for what stands around it."""
        if kind == "OF_PRECEDING":
            return self._measure(place + 1) > 0
        if kind == "AFTER":
            return place > first and self._last() in BEFORE_AFTER
        if kind == "IN":  # "from an accredited college in hydrology"
            return self._last() == "FROM_SCHOOL" and self._head == "degree" and self._types[place - 1] in _TAUGHT_AT
        return kind == "REQUIREMENT" and self._head in ("degree", "credential", "training")

    def _ends(self, kind: str) -> bool:
        """Whether a phrase ends before this word."""
        if kind == "AS":
            return self._last() not in ("AS", "SEE", "TO_DO")
        if kind in ("RELATED", "FROM_SCHOOL", "HIGHER"):
            return self._head in ("degree", "training")
        return kind in ENDS or (kind == "IN_STATE" and self._head == "credential")

    def _after_joiners(self, place: int) -> int:
        end = place
        while self._types[end] in JOINERS and end - place < LONGEST_JOINT:
            end += 1
        return end + (self._types[end] == "EITHER")

    def _run(self) -> None:
        """Take the words before a noun that is known, or before whatever else the sentence goes on with."""
        first = self._place
        while self._types[self._place] in PLAIN:
            kind = self._types[self._place]
            if self._place > first and kind in JOINERS and self._opens(self._after_joiners(self._place)):
                break
            if self._place > first and self._is_frame(kind):
                break
            self._place += 1
        if any(word.type != "ARTICLE" for word in self._words[first : self._place]):
            edges = (self._words[first].type, self._words[self._place - 1].type)
            kind = "ODD" if any(edge in JOINERS for edge in edges) else "WORDS"
            self._tokens.append(spanning(kind, self._words, first, self._place))
        elif self._article is None:
            self._article = self._words[first].start
