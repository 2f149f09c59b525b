"""Ways to print the same content: they change the page and nothing of what it says."""

import random
from typing import NamedTuple


class Style(NamedTuple):
    """How a page is printed.

    Attributes:
        bullet: what stands before an item.
        indent: blanks before an item of the first level.
        step: more blanks for each level.
        line_end: what stands, unseen, at the end of items and paragraphs.
        pay_on_one_line: whether the pay line is not broken.
        footer_on_lines: whether each entry of the footer stands on a line of its own.
        gap: blank lines before a header.
        alternatives_as_items: whether alternatives have bullets.
        run_in_labels: whether a label in capitals with a colon stands on the line of the paragraph below it.
    """

    bullet: str = "•"
    indent: int = 2
    step: int = 2
    line_end: str = ""
    pay_on_one_line: bool = False
    footer_on_lines: bool = False
    gap: int = 1
    alternatives_as_items: bool = False
    run_in_labels: bool = False

    @classmethod
    def seeded(cls, seed: int) -> "Style":
        """One of many styles; the same seed gives the same one."""
        draw = random.Random(seed)  # noqa: S311 - nothing secret
        return cls(
            bullet=draw.choice("•••●▪◦·-*o"),
            indent=draw.choice((0, 2, 2, 4)),
            step=draw.choice((2, 2, 3, 4)),
            line_end=draw.choice(("", " ", "\u00a0", "\u00a0 ")),
            pay_on_one_line=draw.random() < 0.3,
            footer_on_lines=draw.random() < 0.3,
            gap=draw.choice((1, 1, 2)),
            alternatives_as_items=draw.random() < 0.3,
            run_in_labels=draw.random() < 0.5,
        )


PLAIN = Style()
"""As the state's own pages."""
