"""What the minimum qualifications of the real specification say: the numbers and links; its words are not repeated."""

import re
from typing import Any, Literal

import pytest

import spec_parser
from spec_parser.model import MinimumQualifications
from spec_parser.model.expression import Credential, Degree, Experience, Interpretation, Substitution, Training
from spec_parser.model.expression_parts import Measure, Phrases, Rate
from tests.conftest import real_documents
from tests.fields.qualifications.offsets import faults

_SPLIT = re.compile(", | and/or | or ")


@pytest.fixture
def qualifications() -> MinimumQualifications:
    """The minimum qualifications of the real specification."""
    (record,) = spec_parser.parse(real_documents() / "ct" / "4978AR.txt").records
    return record.minimum_qualifications


def _between(text: str, first: str, last: str) -> str:
    """The words of a text between two others."""
    return text.partition(first)[2].rpartition(last)[0]


def test_everything_is_understood(qualifications: MinimumQualifications) -> None:
    every: list[Any] = [qualifications.general_experience, qualifications.special_experience]
    every += [*qualifications.substitutions, *qualifications.notes]
    assert [one.understood for one in every] == ["whole"] * 7
    assert [faults(one.expression, one.text) for one in every] == [[]] * 7


def test_nine_years_in_four_areas(qualifications: MinimumQualifications) -> None:
    general = qualifications.general_experience
    assert general is not None
    areas = Phrases("or", tuple(_SPLIT.split(_between(general.text, " experience in ", "."))))
    assert len(areas.items) == 4
    assert general.expression == Experience(
        0, len(general.text), "9", None, "year", False, None, None, areas, None, None, None
    )


def test_two_of_them_under_one_condition(qualifications: MinimumQualifications) -> None:
    special = qualifications.special_experience
    assert special is not None
    condition = Phrases(None, (_between(special.text, " must have been ", "."),))
    assert special.expression == Experience(
        0, len(special.text), "2", None, "year", True, "general_experience", None, None, condition, None, None
    )


def test_college_training_at_its_rate_and_up_to_its_cap(qualifications: MinimumQualifications) -> None:
    first = qualifications.substitutions[0].expression
    assert isinstance(first, Substitution)
    assert isinstance(first.offer, Training)
    assert (first.offer.kind, first.instead_of) == ("college", ("general_experience",))
    assert first.rate == Rate(Measure("15", "semester_hour"), Measure("0.5", "year"))
    (cap,) = first.caps
    assert (cap.amount, cap.unit, cap.total) == ("4", "year", False)
    assert isinstance(cap.requires, Degree)
    assert (cap.requires.level, cap.requires.fields) == ("bachelor", None)


def test_one_additional_year_for_a_degree_and_for_designations(qualifications: MinimumQualifications) -> None:
    offers: list[Any] = []
    for one in qualifications.substitutions[1:]:
        found = one.expression
        assert isinstance(found, Substitution)
        assert (found.grants, found.additional, found.whole) == (Measure("1", "year"), True, False)
        assert (found.instead_of, found.rate, found.caps) == (("general_experience",), None, ())
        offers.append((found.offer, one.text.partition(" may be ")[0]))
    (master, master_text), *designations = offers
    assert isinstance(master, Degree)
    assert (master.level, master.related) == ("master", False)
    assert master.fields == Phrases("or", tuple(_SPLIT.split(master_text.partition(" in ")[2])))
    assert len(master.fields.items) == 7
    joints: tuple[Literal["and/or", "or"], ...] = ("and/or", "or")
    for (offer, text), joined in zip(designations, joints, strict=True):
        assert isinstance(offer, Credential)
        assert offer.kind == "designation"
        assert offer.names == Phrases(joined, tuple(_SPLIT.split(text.partition(" of ")[2])))
        assert [re.search(r"\(([A-Z]+)\)$", name) is not None for name in offer.names.items] == [True, True]


def test_the_note_names_a_class(qualifications: MinimumQualifications) -> None:
    (note,) = qualifications.notes
    assert isinstance(note.expression, Interpretation)
    assert note.expression.titles == Phrases(None, ("Insurance Associate Examiner",))
    assert (note.section, note.expression.state_employees) == ("special_experience", True)
