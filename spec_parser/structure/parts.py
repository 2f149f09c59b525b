"""What stands below one header, before it is known how its lines belong together."""

from msgspec import Struct

from spec_parser.profiles.profile import Header
from spec_parser.structure.logical_line import LogicalLine


class Part(Struct, gc=False):
    """A header and the lines below it; a footer and what follows it; what stands above the first header.

    Attributes:
        header: what the profile knows of its header; None where it has none, or an unknown one.
        lines: in order, that of the header included.
    """

    header: Header | None
    lines: list[LogicalLine]

    def is_list(self) -> bool:
        """Whether it is a list by nature."""
        return self.header is not None and self.header.body == "list"
