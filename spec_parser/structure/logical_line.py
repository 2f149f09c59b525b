"""One line of a specification as its author meant it."""

from msgspec import Struct

from spec_parser.document import Excerpt, Stretch
from spec_parser.profiles.profile import Header


class LogicalLine(Struct, gc=False):
    """One line of the specification as its author meant it.

    Attributes:
        type: its shape (HEADER, CAPITALS, ITEM, NOTE, FOOTER, OR, ROW, CLASS_HEAD, CLASS_ROW, CODE_HEAD, CODE_ROW,
            TITLE, PAY, MASTHEAD, BANNER, FURNITURE or TEXT); the classifier makes it the name of its token.
        text: its cleaned text without the mark.
        stretches: where the text stands.
        column: how far it is indented, in columns; tabs count to the next multiple of eight.
        mark: where its bullet or number stands.
        marker: the number or letter of a numbered item.
        header: what a header opens.
        near: whether the header is worded otherwise than the profile has it.
        evident: the kind of section that a line is told to be by its own form, where no header stands above.
        level: depth of an item in its list, from 1.
        doubtful: whether its mark, a dash, may as well stand between words that a wrap has torn apart.
        stands_out: whether the form shows it bold, or larger than other text.
        joint: where the `OR` stands that ties it to the next line.
        rest: what stands behind a header on the same line, until it becomes a line of its own.
    """

    type: str
    text: str
    stretches: list[Stretch]
    column: int = 0
    mark: Stretch | None = None
    marker: str | None = None
    header: Header | None = None
    near: bool = False
    evident: str | None = None
    level: int = 1
    doubtful: bool = False
    stands_out: bool = False
    joint: Stretch | None = None
    rest: "LogicalLine | None" = None

    def excerpt(self) -> Excerpt:
        """The line's text with its way back to the document."""
        return Excerpt(self.text, tuple(self.stretches))
