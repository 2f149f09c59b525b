"""Archives as life has them: editions of classes, most of whose texts stay, and duties in words of the class's own.

The generator draws all texts of an edition anew, from one vocabulary. Here an edition has the sections of the one
before it but for the pay, the dates, the clause, and one duty in ten; and no other class has its duties.
"""

import itertools
import re
from collections.abc import Callable
from pathlib import Path

from msgspec import structs

from spec_parser.generator import revisions
from spec_parser.generator.dice import Dice
from spec_parser.model import Content
from spec_parser.model.sections import Section
from spec_parser.render import render_text

_EDITIONS = 5
_STAYING = frozenset(
    {
        "purpose",
        "guidelines",
        "supervision_received",
        "supervision_exercised",
        "duties",
        "knowledge_skill_ability",
        "minimum_qualifications",
        "general_experience",
        "special_experience",
        "substitutions",
        "special_requirements",
    }
)
_REWORDED = 0.1
_WORD = re.compile(r"\b[a-z]{4,}\b")
_SYLLABLES = [first + second for first in "bdfghklmnprstvw" for second in ("a", "e", "i", "o", "u", "an", "er", "il")]


def write_series(folder: Path, count: int, *, seed: int = 0) -> list[Path]:
    """Write so many plain texts, five editions of a class each; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    made = ((number, *one) for number in itertools.count() for one in enumerate(editions(seed + number)))
    paths = []
    for number, edition, content in itertools.islice(made, count):
        paths.append(folder / f"{number:06}-{edition}.txt")
        paths[-1].write_text(render_text(content, "A"), encoding="utf-8")
    return paths


def editions(seed: int) -> list[Content]:
    """The editions of one class, oldest first."""
    drawn = [truth.content for truth in revisions(seed, _EDITIONS)]
    staying = {section.kind: section for section in drawn[0].sections if section.kind in _STAYING}
    return [
        structs.replace(
            content,
            sections=tuple(_worded(staying.get(section.kind, section), seed, edition) for section in content.sections),
        )
        for edition, content in enumerate(drawn)
    ]


def _worded(section: Section, seed: int, edition: int) -> Section:
    """A section, of duties with the class's own words for things; one duty in ten is another from some edition on."""
    if section.kind != "duties":
        return section
    blocks = []
    for place, block in enumerate(section.blocks):
        items = []
        for number, item in enumerate(block.items):
            dice = Dice(seed, "edition", place, number)
            changes = [dice.chance(_REWORDED) for _ in range(_EDITIONS)]
            wording = sum(changes[1 : edition + 1])
            items.append(structs.replace(item, text=_WORD.sub(_own(seed, place, number, wording), item.text)))
        blocks.append(structs.replace(block, items=tuple(items)))
    return structs.replace(section, blocks=tuple(blocks))


def _own(*key: int) -> Callable[[re.Match[str]], str]:
    """Words of a duty's own, as many as it had."""
    dice = Dice(*key)

    def word(found: re.Match[str]) -> str:
        return "".join(dice.pick(_SYLLABLES) for _ in range(len(found[0]) // 2))

    return word
