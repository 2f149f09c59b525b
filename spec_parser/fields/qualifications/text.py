"""A text from its lines, sentences and lists to one expression."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import structs

from spec_parser.fields.parsing import trimmed
from spec_parser.fields.qualifications.frames import frame
from spec_parser.fields.qualifications.lists import Listing, lettered, lines, semicolons
from spec_parser.fields.qualifications.requirement import Meaning
from spec_parser.fields.qualifications.sentence import Found, Uncertain
from spec_parser.fields.qualifications.words import Word
from spec_parser.fields.reading import Stretch
from spec_parser.fields.sentences import sentences
from spec_parser.lalr import Parser
from spec_parser.model import Expression
from spec_parser.model.expression import AllOf, AnyOf, Definition, Interpretation, Substitution, Unread

_MARKS = " ;,.:"
# Lists in lists; what lies deeper keeps its words.
_DEEPEST = 3
# An alternative on a line of its own, or at the beginning of a sentence.
_OR = ("OR ", "AND/OR ", "Or, ")
# The `OR` between two lines stands at the end of the first.
_LAST_OR = re.compile(r"(?:(?<=\s)|\A)(?:AND/)?OR[.;:,]?\s*\Z")
_LONGEST_OR = 12
_CLOSING = frozenset({"STOP", "COMMA", "SEMICOLON", "COLON"})
_VERBS = ("SUBSTITUTED", "COUNTS_AS")


class _Said(NamedTuple):
    """What one sentence says, and whether it is an alternative to what stands before."""

    alternative: bool
    expression: Expression


class TextReader:
    """Reads one text."""

    def __init__(self, text: str, words: list[Word], parser: Parser) -> None:
        self._text = text
        self._words = words
        self._starts = [word.start for word in words]
        # Where a sentence may begin with a numeral: "6 years of experience".
        stops = [place for place, word in enumerate(words[:-1]) if word.type == "STOP"]
        self._numerals = [place for place in stops if words[place + 1].type == "AMOUNT"]
        self._parser = parser
        self._lists: dict[int, Listing] = {}
        self._meaning = Meaning(text, self._lists, self._item)
        self._depth = 0
        self._led = False  # whether sentences were tried as the items of a list

    def read(self, breaks: Sequence[int]) -> Expression | None:
        """The expression of the whole text; None where nothing of it is understood.

        Args:
            breaks: where in the text a line begins.
        """
        places = [0, *(place for place in breaks if 0 < place < len(self._text)), len(self._text)]
        pieces = [(start, end) for start, end in pairwise(places) if self._text[start:end].strip(_MARKS)]
        try:
            expression = self._together(self._pieces(pieces)) if pieces else None
            expression = structs.replace(expression, start=0, end=len(self._text)) if expression else None
        except Uncertain:
            return None
        if expression is None or all(isinstance(leaf, Unread) for leaf in leaves(expression)):
            return None
        return expression

    def _pieces(self, pieces: Sequence[Stretch]) -> list[_Said]:
        """What the lines of a text say. A line that ends with a colon leads to the lines below it, which are a list."""
        said: list[_Said] = []
        alternative = False
        for number, (start, end) in enumerate(pieces):
            below = pieces[number + 1 :]
            if below and self._text[start:end].rstrip().endswith(":"):
                listing = lines(self._text, below)
                if listing is None:
                    raise Uncertain
                return said + self._with_list(start, listing)
            tail = max(start, end - _LONGEST_OR)
            joint = _LAST_OR.search(self._text[tail:end]) if "OR" in self._text[tail:end] else None
            line = self._line((start, tail + joint.start() if joint else end))
            said += [line[0]._replace(alternative=True), *line[1:]] if alternative and line else line
            alternative = joint is not None
        return said

    def _line(self, stretch: Stretch) -> list[_Said]:
        """What the sentences of a line say."""
        start, end = stretch
        listing = lettered(self._text, start, end)
        if listing is not None:
            *others, last = listing.items
            inner = sentences(self._text, last)
            rest = (inner[0][1], end) if len(inner) > 1 else (end, end)
            closed = trimmed(self._text, *(inner[0] if len(inner) > 1 else last), marks=_MARKS)
            listing = listing._replace(items=(*others, closed), stretch=(listing.stretch[0], closed[1]))
            return self._with_list(start, listing) + self._sentences(rest)
        return self._sentences(stretch)

    def _with_list(self, start: int, listing: Listing) -> list[_Said]:
        """A list with the sentence that leads to it, and the sentences before that."""
        first = listing.stretch[0]
        before = [one for one in sentences(self._text, (start, first)) if one[0] < one[1]]
        leads = bool(before) and not self._text[before[-1][0] : before[-1][1]].endswith((".", "!", "?"))
        lead = before[-1] if leads else (first, first)
        said = [self._sentence(one) for one in (before[:-1] if leads else before)]
        return [*said, self._sentence((min(lead[0], first), first), listing)]

    def _sentences(self, stretch: Stretch) -> list[_Said]:
        """What sentences say. After a colon, semicolons divide a list, or the sentences that follow are its items."""
        said: list[_Said] = []
        found = self._divided(stretch)
        for number, (start, end) in enumerate(found):
            colon = self._text.find(":", start, end) + 1
            listing = semicolons(self._text, colon, end) if colon and ";" in self._text[colon:end] else None
            if colon and listing is None and not self._led and self._leads(start, colon):
                self._led = True
                listing = lines(self._text, [(colon, end), *found[number + 1 :]])
                if listing is not None and all(map(self._is_requirement, listing.items)):
                    return [*said, self._sentence((start, colon), listing)]
                listing = None
            said.append(self._sentence((start, colon), listing) if listing else self._sentence((start, end)))
        return said

    def _divided(self, stretch: Stretch) -> list[Stretch]:
        """The sentences of a stretch; one may begin with a numeral too: "6 years of experience"."""
        whole = sentences(self._text, stretch)
        if not self._numerals:
            return [*whole]
        found: list[Stretch] = []
        for start, end in whole:
            begin = start
            first, last = bisect_left(self._starts, start), bisect_left(self._starts, end) - 1
            inside = slice(bisect_left(self._numerals, first), bisect_left(self._numerals, last))
            for place in self._numerals[inside]:
                found.append((begin, self._words[place].end))
                begin = self._words[place + 1].start
            found.append((begin, end))
        return found

    def _leads(self, start: int, colon: int) -> bool:
        """Whether the words before a colon say that a list follows."""
        return any(word.type in ("ONE_OF", "ALL_OF") for word in self._between(start, colon)[-2:])

    def _is_requirement(self, stretch: Stretch) -> bool:
        """Whether a sentence by itself is a requirement that is understood, and so can be an item of a list."""
        expression = self._item(stretch)
        notes = (Substitution, Interpretation, Definition, Unread)
        return not any(isinstance(leaf, notes) for leaf in leaves(expression))

    def _sentence(self, stretch: Stretch, listing: Listing | None = None) -> _Said:
        """What one sentence says; an `unread` node where it is not understood."""
        start, end = stretch
        alternative = self._text.startswith(_OR, start)
        if alternative:
            start = self._text.index(" ", start) + 1
        last = listing.stretch[1] if listing else end
        unread = trimmed(self._text, start, last, marks=_MARKS)
        if unread[0] >= unread[1]:
            return _Said(alternative, Unread(stretch[0], stretch[1], self._text[slice(*stretch)]))
        words = self._between(start, end)
        if listing is not None:
            self._lists[listing.stretch[0]] = listing
            words = [*words, Word("CLAUSES", *listing.stretch)]
        expression = self._understood(words)
        return _Said(alternative, expression or Unread(*unread, self._text[slice(*unread)]))

    def _between(self, start: int, end: int) -> list[Word]:
        """The words of a stretch, without the marks that close it; none where a fixed phrase goes over its edge."""
        first, after = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if any(self._words[place - 1].end > edge for place, edge in ((first, start), (after, end)) if place):
            return []
        words = self._words[first:after]
        while words and words[-1].type in _CLOSING and self._text[words[-1].start] != ":":
            words = words[:-1]
        return words

    def _understood(self, words: list[Word]) -> Expression | None:
        if not words:
            return None
        tokens = frame(words)
        return self._meant(tokens) or self._meant(_with_unknown_offer(tokens))

    def _meant(self, tokens: list[Word]) -> Expression | None:
        """What the tokens of a sentence mean; None where they are not of the grammar, or it is not certain."""
        found: Found | None = self._parser.parse_tokens(tokens) if tokens else None
        try:
            return self._meaning.sentence(found) if found else None
        except Uncertain:
            return None

    def _item(self, stretch: Stretch) -> Expression:
        """An item of a list, understood by itself."""
        start, end = trimmed(self._text, *stretch, marks=_MARKS)
        unread = Unread(start, end, self._text[start:end])
        if self._depth >= _DEEPEST:
            return unread
        self._depth += 1
        try:
            return self._together(self._line(stretch))
        except Uncertain:
            return unread
        finally:
            self._depth -= 1

    def _together(self, said: list[_Said]) -> Expression:
        """One expression of what the sentences of a text say: all of it, but for alternatives.

        Raises:
            Uncertain: nothing is said, or a sentence more stands beside alternatives, and nobody knows to which of
                them it belongs.
        """
        if not said:
            raise Uncertain
        groups: list[list[Expression]] = []
        for alternative, expression in said:
            if groups and not alternative:
                groups[-1].append(expression)
            else:
                groups.append([expression])
        notes: list[Expression] = []
        if len(groups) > 1:
            while len(groups[-1]) > 1 and isinstance(groups[-1][-1], Interpretation | Definition):
                notes.insert(0, groups[-1].pop())
            if any(len(group) > 1 for group in groups):
                raise Uncertain
        (first, *others) = [group[0] if len(group) == 1 else _all_of(group) for group in groups]
        whole = AnyOf(first.start, others[-1].end, (first, *others)) if others else first
        return _all_of([whole, *notes]) if notes else whole


def _all_of(items: Sequence[Expression]) -> Expression:
    flat: list[Expression] = []
    for item in items:
        flat += item.items if isinstance(item, AllOf) else [item]
    return AllOf(flat[0].start, flat[-1].end, tuple(flat))


def _with_unknown_offer(tokens: list[Word]) -> list[Word]:
    """The tokens of a substitution with what it offers as one unknown token; none where it is no substitution."""
    verb = next((place for place, token in enumerate(tokens) if token.type in _VERBS), 0)
    first = 0
    while first < verb and tokens[first].type in ("NOTE", "STATE_EMPLOYEES"):
        first += 1
    if first >= verb:
        return []
    return [*tokens[:first], Word("UNKNOWN", tokens[first].start, tokens[verb - 1].end), *tokens[verb:]]


def leaves(expression: Expression) -> Iterator[Expression]:
    """The nodes of an expression that have no others below them, or are more than a group."""
    if isinstance(expression, AllOf | AnyOf):
        for item in expression.items:
            yield from leaves(item)
    else:
        yield expression
        if isinstance(expression, Substitution):
            yield from leaves(expression.offer)
            for cap in expression.caps:
                if cap.requires is not None:
                    yield from leaves(cap.requires)


def is_understood(expression: Expression) -> bool:
    """Whether nothing in an expression is unread."""
    return not any(isinstance(leaf, Unread) for leaf in leaves(expression))
