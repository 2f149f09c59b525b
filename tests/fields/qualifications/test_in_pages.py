"""Drawn sentences as they stand on a page: the record has their text, and the tree with its offsets in that text."""

import pytest

import spec_parser
from spec_parser.generator.sentences import Sentence
from spec_parser.model import MinimumQualifications, Note, Requirement
from tests.fields.qualifications.test_drawn import DRAWN, NOT_YET

_PAGE = """State of Connecticut Executive Branch

Pier Warden (1234AR)

PURPOSE OF JOB CLASS (NATURE OF WORK)

In the Bureau of Harbors this class is accountable for the care of a pier.

MINIMUM QUALIFICATIONS - {section}

{statement}

EFFECTIVE DATE

11/07/2024

CLASS: 1234AR; REV: 11/13/2024;
"""
_SECTIONS = {
    "general_experience": "GENERAL EXPERIENCE",
    "special_experience": "SPECIAL EXPERIENCE",
    "substitution": "SUBSTITUTIONS ALLOWED",
    "note": "SPECIAL EXPERIENCE",
}


@pytest.mark.parametrize(
    "drawn",
    [pytest.param(one, id=f"{seed}: {one.text[:80]}") for seed, one in DRAWN.items() if seed not in NOT_YET][:120],
)
def test_a_record_says_what_its_page_was_drawn_with(drawn: Sentence) -> None:
    page = _PAGE.format(section=_SECTIONS[drawn.kind], statement=_printed(drawn))
    (record,) = spec_parser.parse(page).records
    (found,) = _statements(drawn, record.minimum_qualifications)
    assert found is not None
    assert (found.text, found.understood, found.expression) == (drawn.text, drawn.understood, drawn.expression)


def _printed(drawn: Sentence) -> str:
    """The lines of a statement apart, the items of a list and substitutions with their bullets."""
    starts = (0, *drawn.breaks)
    ends = (*(start - 1 for start in drawn.breaks), len(drawn.text))
    first, *others = (drawn.text[start:end] for start, end in zip(starts, ends, strict=True))
    if first.endswith(":"):
        return "\n".join((f"{first}\n", *(f"  • {item}" for item in others)))
    return f"  • {first}" if drawn.kind == "substitution" else "\n\n".join((first, *others))


def _statements(drawn: Sentence, found: MinimumQualifications) -> tuple[Requirement | Note | None, ...]:
    if drawn.kind == "general_experience":
        return (found.general_experience,)
    if drawn.kind == "special_experience":
        return (found.special_experience,)
    # A note without `NOTE:` is a statement of its section like any other.
    return found.substitutions if drawn.kind == "substitution" else found.notes or (found.special_experience,)
