"""Damage as real pages carry it: each kind done to a text by a seed, with a statement of what it destroys.

What a kind destroys is what no reader can get back. All else must be read as if nothing had happened.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from spec_parser.generator import breakage
from spec_parser.generator.dice import Dice

Apply = Callable[[str, Dice], str]

_HEADING = ("/sections/*/heading",)
_TEXTS = (
    "/sections",
    "/duties",
    "/knowledge_skill_ability",
    "/minimum_qualifications",
    "/special_requirements",
)
_ALL_BUT_CODES = (*_TEXTS, "/job_class", "/pay", "/citations", "/cancellation", "/bargaining_unit")


class Damage(NamedTuple):
    """A kind of damage.

    Attributes:
        name: as on the command line.
        summary: one sentence, for a person.
        destroys: pointers of what is lost with it in a content; `*` is every index.
        apply: does it to a text.
    """

    name: str
    summary: str
    destroys: tuple[str, ...]
    apply: Apply

    def __call__(self, text: str, seed: int) -> str:
        """The text with the damage done; it may be the same text where there is nothing to damage."""
        return self.apply(text, Dice(seed, self.name))


DAMAGES: dict[str, Damage] = {
    damage.name: damage
    for damage in (
        Damage("nbsp", "Blanks are no-break spaces.", (), breakage.nbsp),
        Damage("doubled-blanks", "Blanks are doubled.", (), breakage.doubled_blanks),
        Damage("crlf", "Lines end as on Windows.", (), lambda text, _: text.replace("\n", "\r\n")),
        Damage("cr", "Lines end with a carriage return alone.", (), lambda text, _: text.replace("\n", "\r")),
        Damage("mojibake", "UTF-8 was read as Windows-1252.", (), breakage.mojibake),
        Damage(
            "mojibake-lost",
            "UTF-8 was read as Latin-1 and the control characters of the result were dropped: past repair.",
            _ALL_BUT_CODES,
            breakage.mojibake_lost,
        ),
        Damage("literal-crlf", r"Some lines end with the four characters \r\n.", (), breakage.literal_crlf),
        Damage("replacement", "A letter in running text is U+FFFD.", _TEXTS, breakage.replacement),
        Damage("header-typo", "A header lacks a letter.", _HEADING, breakage.header_typo),
        Damage("header-case", "Headers are in mixed case.", _HEADING, breakage.header_case),
        Damage("header-colon", "Headers end with a colon.", _HEADING, breakage.header_colon),
        Damage(
            "minimum-qualification",
            "MINIMUM QUALIFICATION is in the singular.",
            _HEADING,
            lambda text, _: re.sub(r"(?m)^MINIMUM QUALIFICATIONS(?=$| - )", "MINIMUM QUALIFICATION", text),
        ),
        Damage(
            "acknowledgment",
            "ACKNOWLEDGMENT has lost an E.",
            _HEADING,
            lambda text, _: re.sub(r"(?m)^ACKNOWLEDGEMENT$", "ACKNOWLEDGMENT", text),
        ),
        Damage("odd-indents", "Every list has an indentation of its own.", (), breakage.odd_indents),
        Damage("tab-bullets", "A tab stands after each bullet.", (), breakage.tab_bullets),
        Damage("lone-bullets", "Some bullets stand alone, their text on the next line.", (), breakage.lone_bullets),
        Damage("tight-bullets", "No blank stands after a bullet.", (), breakage.tight_bullets),
        Damage("other-bullets", "Bullets of other shapes.", (), breakage.other_bullets),
        Damage("wrap-60", "Lines are broken at 60 columns.", (), breakage.wrapped(60)),
        Damage("wrap-72", "Lines are broken at 72 columns.", (), breakage.wrapped(72)),
        Damage("wrap-80", "Lines are broken at 80 columns.", (), breakage.wrapped(80)),
        Damage("browser-lines", "A browser printed date, address and page number.", (), breakage.browser_lines),
        Damage("run-together", "Bullets are run together with semicolons.", (), breakage.run_together),
    )
}
"""Every kind of damage, by its name."""
