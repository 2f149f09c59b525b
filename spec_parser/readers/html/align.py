"""Finds for each tag and each text of the parsed tree its place in the page: both are gone through in order, once.

The tree has what the page has not (implied `html`, `body`, `p`) and lacks what its parser dropped; texts that nothing
but a dropped tag divides are one text in the tree. So a text may stretch over several tokens, tokens may be passed
over, and a text that is not found within a few tokens has no place. Linear in the length of the page.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spec_parser.readers.html.entities import Piece, pieces
from spec_parser.readers.html.tokens import RAW, SPACE, TEXT, Token

# So many tokens ahead a text or tag is looked for that is not where it should be.
_AHEAD = 32
_TEXTS = (TEXT, RAW)


class Alignment:
    """Goes through a page's tokens beside the tree that was made of it.

    Attributes:
        dropped: the tokens whose text the tree does not have.
    """

    def __init__(self, page: str, tokens: Sequence[Token]) -> None:
        self._page = page
        self._tokens = tokens
        self._texts = [at for at, token in enumerate(tokens) if token.name in _TEXTS]
        self._words = [at for at in self._texts if not tokens[at].blank]
        self._word = 0  # where in that list it goes on
        self._next = 0
        self.dropped: list[Token] = []

    def tag(self, name: str) -> tuple[int, int] | None:
        """Where the next start tag of a name stands, if no text stands before it."""
        tokens = self._tokens
        for at in range(self._next, min(self._next + _AHEAD, len(tokens))):
            token = tokens[at]
            if token.name == name:
                self._next = at + 1
                return token.start, token.end
            if token.name in _TEXTS and not token.blank:
                return None
        return None

    def text(self, shown: str) -> list[Piece] | None:
        """The pieces that a text of the tree, not a blank one, is made of; None if it is not found."""
        words = self._words
        while self._word < len(words) and words[self._word] < self._next:
            self._word += 1
        if self._word < len(words):  # nearly always the next text is just this one
            here = self.pieces(self._tokens[words[self._word]])
            if (here[0].text if len(here) == 1 else "".join([piece.text for piece in here])) == shown:
                self._next = words[self._word] + 1
                return here
        first = self._first(shown)
        if first is None:
            return self._entities_aside(shown)
        index, found, at = first
        for following in self._from(index) if at < len(shown) else ():
            if at == len(shown):
                break
            token = self._tokens[following]
            here = self.pieces(token)
            matched = _match(shown, at, here)
            if not matched and not token.blank:
                break
            if matched:
                found += here
                at += matched
            index = following + 1
        if shown[at:].strip(SPACE):
            return None
        self._next = index
        return found

    def blank(self, shown: str) -> list[Piece]:
        """The pieces that a blank text of the tree is made of."""
        for index in self._from(self._next):
            token = self._tokens[index]
            if not token.blank:
                return [Piece(shown, token.start, token.start, exact=False)]
            self._next = index + 1
            return self.pieces(token)
        return [Piece(shown, len(self._page), len(self._page), exact=False)]

    def around(self, tag: tuple[int, int]) -> tuple[int, int]:
        """From an element's start tag to where the next texts end: where a text that was not found must stand."""
        ends = [self._tokens[index].end for index in self._ahead()]
        return tag[0], max(tag[1], *ends) if ends else tag[1]

    def finish(self) -> list[Token]:
        """All text that the tree does not have, what stands behind its end included."""
        self._pass_over(len(self._tokens))
        return self.dropped

    def pieces(self, token: Token) -> list[Piece]:
        """The pieces of a token of text."""
        if token.name == RAW:
            return [Piece(self._page[token.start : token.end], token.start, token.end)]
        return pieces(self._page, token.start, token.end)

    def _first(self, shown: str) -> tuple[int, list[Piece], int] | None:
        """The token behind that with which a text begins, its pieces, and how much of the text they are.

        Texts before it are taken as dropped.
        """
        lead = len(shown) - len(shown.lstrip(SPACE))
        for index in self._ahead():
            token = self._tokens[index]
            here = self.pieces(token)
            matched = _match(shown, 0, here)
            if not matched and lead and _match(shown, lead, here):
                # A blank token that a dropped tag divides from this one.
                here = [Piece(" ", token.start, token.start, exact=False), *here]
                matched = lead + _match(shown, lead, here[1:])
            if matched:
                self._pass_over(index)
                return index + 1, here, matched
        return None

    def _ahead(self) -> Sequence[int]:
        """The numbers of the next tokens of text that are not blank."""
        at = bisect_left(self._words, self._next, self._word)
        return self._words[at : at + _AHEAD]

    def _from(self, index: int) -> Iterator[int]:
        """The numbers of the tokens of text, blank or not, from a token on."""
        texts = self._texts
        for at in range(bisect_left(texts, index), len(texts)):
            yield texts[at]

    def _pass_over(self, index: int) -> None:
        words = self._words
        passed = words[bisect_left(words, self._next) : bisect_left(words, index)]
        self.dropped += (self._tokens[at] for at in passed)
        self._next = index

    def _entities_aside(self, shown: str) -> list[Piece] | None:
        """The next token if the text differs from it only in what its entities stand for: all of it as one piece."""
        for index in self._ahead()[:1]:
            token = self._tokens[index]
            raw = self._page[token.start : token.end]
            before, ampersand, _ = raw.partition("&")
            after = raw.rpartition(";")[2]
            if ampersand and shown.startswith(before) and shown.endswith(after) and "&" not in after:
                self._next = index + 1
                return [Piece(shown, token.start, token.end, exact=False)]
        return None


def _match(shown: str, at: int, here: list[Piece]) -> int:
    """How many characters of a text, from an offset on, these pieces are: all of them or none."""
    text = here[0].text if len(here) == 1 else "".join(piece.text for piece in here)
    if shown.startswith(text, at):
        return len(text)
    bare = text.lstrip(SPACE)  # parsers drop blanks at the beginning of some elements
    return len(bare) if bare and shown.startswith(bare, at) else 0
