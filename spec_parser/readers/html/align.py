"""Finds for each tag and each text of the parsed tree its place in the page: both are gone through in order, once.

The tree has what the page has not (implied `html`, `body`, `p`) and lacks what its parser dropped; texts that nothing
but a dropped tag divides are one text in the tree. So a text may stretch over several tokens, tokens may be passed
over, and a text that is not found within a few tokens has no place. Linear in the length of the page.
"""

from collections.abc import Sequence

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
        first = self._first(shown)
        if first is None:
            return self._entities_aside(shown)
        index, found, at = first
        while at < len(shown) and index < len(self._tokens):
            token = self._tokens[index]
            if token.name in _TEXTS:
                here = self.pieces(token)
                matched = _match(shown, at, here)
                if matched:
                    found += here
                    at += matched
                elif not token.blank:
                    break
            index += 1
        if shown[at:].strip(SPACE):
            return None
        self._next = index
        return found

    def blank(self, shown: str) -> list[Piece]:
        """The pieces that a blank text of the tree is made of."""
        tokens = self._tokens
        for index in range(self._next, min(self._next + _AHEAD, len(tokens))):
            token = tokens[index]
            if token.name in _TEXTS:
                if not token.blank:
                    return [Piece(shown, token.start, token.start, exact=False)]
                self._next = index + 1
                return self.pieces(token)
        return [Piece(shown, len(self._page), len(self._page), exact=False)]

    def around(self, tag: tuple[int, int]) -> tuple[int, int]:
        """From an element's start tag to where the next text ends: where a text that was not found must stand."""
        tokens = self._tokens
        upto = min(self._next + _AHEAD, len(tokens)) - 1
        return tag[0], max(tag[1], tokens[upto].end if upto >= 0 else 0)

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
        tokens = self._tokens
        lead = len(shown) - len(shown.lstrip(SPACE))
        for index in range(self._next, min(self._next + _AHEAD, len(tokens))):
            token = tokens[index]
            if token.name not in _TEXTS or token.blank:
                continue
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

    def _pass_over(self, index: int) -> None:
        for token in self._tokens[self._next : index]:
            if token.name in _TEXTS and not token.blank:
                self.dropped.append(token)
        self._next = index

    def _entities_aside(self, shown: str) -> list[Piece] | None:
        """The next token if the text differs from it only in what its entities stand for: all of it as one piece."""
        for index in range(self._next, min(self._next + _AHEAD, len(self._tokens))):
            token = self._tokens[index]
            if token.name not in _TEXTS or token.blank:
                continue
            raw = self._page[token.start : token.end]
            before, ampersand, _ = raw.partition("&")
            after = raw.rpartition(";")[2]
            if ampersand and shown.startswith(before) and shown.endswith(after) and "&" not in after:
                self._next = index + 1
                return [Piece(shown, token.start, token.end, exact=False)]
            return None
        return None


def _match(shown: str, at: int, here: list[Piece]) -> int:
    """How many characters of a text, from an offset on, these pieces are: all of them or none."""
    text = here[0].text if len(here) == 1 else "".join(piece.text for piece in here)
    if shown.startswith(text, at):
        return len(text)
    bare = text.lstrip(SPACE)  # parsers drop blanks at the beginning of some elements
    return len(bare) if bare and shown.startswith(bare, at) else 0
