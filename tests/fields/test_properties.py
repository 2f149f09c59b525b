"""What holds for any text at all."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spec_parser.fields.readers import FieldReaders
from spec_parser.findings import KINDS
from spec_parser.profiles.loading import load
from tests.effort import least_seconds
from tests.fields.harness import FIELDS, at_pointer, cases, plain, reader

# Pieces that the fields are made of, so that texts come near to being read.
PIECES = [
    "CLASS:", "REV:", "EST:", "1234AR", "(", ")", "2", "II", "Keeper", "$", "20.00", "1,600", "-", "–", "Hourly",
    "BiWeekly", "Yearly", "/", ";", ".", ",", "AR2", "67", "Classified", "April", "29,", "2021", "11/13/2024",
    "2/30/2024", "Nine", "and", "one-half", "1/2", "This replaces the existing", "title and",
    "specification for the class of", "in Salary Group", "approved effective", "(Revised", "Item No.", "24-097",
    "New job code", "§", "Sec.", "5-196", "(a)", "Public Act", "08-01", "Connecticut General Statutes",
    "of the General Statutes", "Class Code", "Pay Plan", "Class Title", "Eff.Date", "6976", "CL - 14", "Feb 3, 2017",
    "CC", "Final#", "Occup. Group", "Bargaining Unit", "EEO", "09-031", "(15)-Insurance", "(16)-RESID (P-5)",
    "(2)-Professional", "15", " ", "\n", "\u00a0", "٣", "\x00", "\ud800", "İ",
]  # fmt: skip
near_texts = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces)])
)
any_texts = st.one_of(near_texts, st.text(max_size=60), st.text(st.characters(), max_size=60))
# Values that stand in the text just as they are.
COPIED = {"code", "title", "series", "plan", "grade", "name", "unit", "number", "text"}


@pytest.mark.parametrize("field", FIELDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=any_texts)
def test_any_text_gives_a_reading_whose_parts_point_into_it(field: str, text: str) -> None:
    reading = reader(field)(text)
    value = plain(reading.value)
    for part in reading.parts:
        assert part.stretches
        for start, end in part.stretches:
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
        assert at_pointer(value, part.pointer) == part.value
    for problem in reading.problems:
        assert problem.code in KINDS
        assert 0 <= problem.stretch[0] <= problem.stretch[1] <= len(text)
        assert "{found}" in text or "{found}" not in problem.message  # a message quotes the text


@pytest.mark.parametrize("field", FIELDS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=near_texts)
def test_a_copied_value_is_read_again_from_its_stretch(field: str, text: str) -> None:
    for part in reader(field)(text).parts:
        if (
            part.pointer.rpartition("/")[2] in COPIED
            or "/subsections/" in part.pointer
            or "/qualifiers/" in part.pointer
        ):
            (stretch,) = part.stretches
            assert text[slice(*stretch)] == part.value


@pytest.mark.parametrize("field", FIELDS)
def test_a_reading_tells_where_every_case_was_read_wherever_it_stands(field: str) -> None:
    """A blank more at the front moves every stretch by one and changes nothing else."""
    for case in cases(field):
        text = case["text"]
        plain_reading, moved = reader(field)(text), reader(field)(" " + text)
        assert [part[:2] for part in moved.parts] == [part[:2] for part in plain_reading.parts]
        for before, after in zip(plain_reading.parts, moved.parts, strict=True):
            assert after.stretches == tuple((start + 1, end + 1) for start, end in before.stretches)


HOSTILE = [
    "(" * 3999,
    "a(" * 1999,
    "." * 3999 + "x",
    "1 (" * 1333,
    "1 () " * 799,
    "one (1) " * 499,
    "Sec. " * 799,
    "§" * 3999,
]
LONG = [
    "(1" * 100_000,
    "Nine (9) " * 20_000,
    "§ 5-196 " * 20_000,
    "one " * 50_000 + "(1)",
    "Section " * 20_000,
    "(1,,,,,,," * 20_000,
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", HOSTILE + LONG, ids=lambda text: f"{text[:8]!r} of {len(text)}")
def test_no_text_takes_long(field: str, text: str) -> None:
    most = 2 + len(text) / 10_000
    assert least_seconds(lambda: getattr(FieldReaders(load()), field)(text), most) <= most


@pytest.mark.parametrize("field", FIELDS)
def test_parts_hold_plain_values(field: str) -> None:
    """A token of the parser would keep the whole text alive, and is no plain string to an encoder."""
    for case in cases(field):
        assert all(type(part.value) in {str, int, bool} for part in reader(field)(case["text"]).parts)
