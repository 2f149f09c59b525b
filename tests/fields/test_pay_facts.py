"""Pay of real classes: every row, printed as a pay line in several ways, gives the row's numbers back."""

import csv
import re
from decimal import Decimal

import pytest

from spec_parser.model import Pay
from tests.conftest import real_documents
from tests.fields.harness import reader

PERIODS = {"hourly": "Hourly", "biweekly": "BiWeekly", "annual": "Yearly"}
VARIABLE = {"3491VR", "5704VR"}
# "(35 Hour)" and the like in a title say how many hours a week are right.
HOURS = re.compile(r"\((\d+(?:\.\d+)?) Hours?\)")


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    path = real_documents() / "ct" / "pay-facts.csv"
    if not path.is_file():
        pytest.skip(f"needs {path}")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def amount(text: str) -> str:
    return f"{Decimal(text):.2f}"


def line(row: dict[str, str], *, dash: str = "-", between: str = " / ", sign: str = "$", thousands: str = ",") -> str:
    def printed(number: str) -> str:
        return sign + f"{Decimal(number):,.2f}".replace(",", thousands)

    rates = (f"{printed(row[f'{p}_min'])}{dash}{printed(row[f'{p}_max'])} {word}" for p, word in PERIODS.items())
    return between.join(rates)


STYLES = [
    pytest.param({}, id="as printed"),
    pytest.param({"dash": "–"}, id="en dash"),
    pytest.param({"between": " "}, id="without strokes"),
    pytest.param({"thousands": ""}, id="without thousands separators"),
    pytest.param({"sign": "", "thousands": ""}, id="bare numbers"),
]


@pytest.mark.parametrize("style", STYLES)
def test_every_row_gives_its_numbers(rows: list[dict[str, str]], style: dict[str, str]) -> None:
    for row in rows:
        reading = reader("pay")(line(row, **style))
        pay: Pay = reading.value
        assert reading.problems == ()
        for period, found in (("hourly", pay.hourly), ("biweekly", pay.biweekly), ("annual", pay.yearly)):
            assert found is not None
            assert (found.min, found.max) == (amount(row[f"{period}_min"]), amount(row[f"{period}_max"]))


def test_every_row_gives_its_kind_and_hours(rows: list[dict[str, str]]) -> None:
    """The table names hours for few titles; every other row is for one of the profile's hours all the same."""
    told = 0
    for row in rows:
        pay: Pay = reader("pay")(line(row)).value
        if row["class_code"] in VARIABLE:
            assert (pay.kind, pay.weekly_hours) == ("variable", None)
            continue
        assert pay.kind == "range"
        assert pay.weekly_hours in {"35", "36.25", "37.5", "40"}
        titled = HOURS.search(row["title"])
        if titled is not None:
            told += 1
            assert pay.weekly_hours == titled.group(1)
    assert told == 3


def test_hours_from_yearly_pay_are_those_from_biweekly_pay(rows: list[dict[str, str]]) -> None:
    for row in rows:
        whole = line(row)
        hourly, _, yearly = whole.split(" / ")
        if row["class_code"] not in VARIABLE:
            assert reader("pay")(f"{hourly} / {yearly}").value.weekly_hours == reader("pay")(whole).value.weekly_hours
