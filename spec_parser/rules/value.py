"""A value of a record with the way back to the source: rules work on its text, and mark what stands on the page."""

import re
from collections.abc import Sequence
from itertools import takewhile

from spec_parser.document import Document, Excerpt, Stretch
from spec_parser.model import Severity
from spec_parser.rules.problem import Edit, Problem

# A word with the amounts, numbers and apostrophes within it; blanks; any other mark. A mend changes whole ones.
_TOKEN = re.compile(r"[$\w](?:[\w.,/'’-]*\w)?|\s+|.")


class Value:
    """A text of the record. Offsets count characters of `text`, in which white space is clean already.

    Attributes:
        pointer: where in the record it stands.
        text: the value.
        stretches: where in `Document.text` it was read from.
    """

    __slots__ = ("_derived", "_document", "pointer", "stretches", "text")

    def __init__(
        self, document: Document, pointer: str, text: str, stretches: tuple[Stretch, ...], *, derived: bool = False
    ) -> None:
        """`derived` says that the text is worked out from the stretches: it has no parts that stand on the page."""
        self.pointer = pointer
        self.text = text
        self.stretches = stretches
        self._document = document
        self._derived = derived

    def part(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Where in the document the characters between two offsets stand, one stretch a line."""
        if self._derived or (start, end) == (0, len(self.text)):
            return self.stretches
        return Excerpt(self.text, self.stretches).stretches_of(self._document, start, end)

    def problem(
        self,
        message: str,
        start: int = 0,
        end: int | None = None,
        *,
        mend: str | None = None,
        also: Sequence[Stretch] = (),
        severity: Severity | None = None,
        unsafe: bool = False,
    ) -> Problem:
        """Something wrong with the text between two offsets; with all of it by default.

        Args:
            message: what is wrong and what to do.
            start: first character of what is wrong.
            end: the one after its last.
            mend: what should stand there instead.
            also: other places that the message speaks of.
            severity: where it is not the rule's own.
            unsafe: whether the mend wants a person's eye although those of the rule are safe.
        """
        end = len(self.text) if end is None else end
        edits = () if mend is None else self.edits(start, end, mend)
        return Problem(message, (*self.part(start, end), *also), self.pointer, edits, severity, unsafe)

    def edits(self, start: int, end: int, replacement: str) -> tuple[Edit, ...]:
        """What to change in the document so that the text between two offsets reads otherwise.

        Only the words that differ are touched. Empty where nothing differs, or where what differs stands on several
        lines and cannot be replaced without choosing how to break it.
        """
        if self._derived:
            return ()
        old, new = _TOKEN.findall(self.text[start:end]), _TOKEN.findall(replacement)
        before = _alike(old, new)
        after = _alike(old[before:][::-1], new[before:][::-1])
        old, new = old[: len(old) - after], new[: len(new) - after]
        first, text = start + len("".join(old[:before])), "".join(new[before:])
        last = first + len("".join(old[before:]))
        if first == last:
            at = self._between(start, first, end)
            return (Edit(at, at, text),) if text else ()
        stretches = self.part(first, last)
        if len(stretches) > 1 and text:
            return ()
        return tuple(Edit(*stretch, text) for stretch in stretches)

    def _between(self, start: int, offset: int, end: int) -> int:
        """Where in the document to insert at an offset: behind the character before it, within the part's bounds."""
        if offset > start:
            return self.part(offset - 1, offset)[-1][1]
        return self.part(offset, min(offset + 1, end))[0][0]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
