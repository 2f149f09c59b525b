"""A fictional state words its fields in its own way: a profile says so, and no Python."""

import msgspec
import pytest

from spec_parser.fields.readers import FieldReaders
from spec_parser.profiles.loading import load
from tests.fields.harness import plain


@pytest.fixture(scope="module")
def readers() -> FieldReaders:
    profile = msgspec.structs.replace(
        load(),
        id="us-zz",
        terminals={
            "title": {"CLASS_CODE": r"[A-Z]{2}-[0-9]{3}"},
            "footer": {"CLASS_CODE": r"[A-Z]{2}-[0-9]{3}", "CLASS": r"Code\s?:", "REV": r"Amended\s?:"},
            "pay": {
                "HOURLY": r"an hour", "BIWEEKLY": r"a fortnight", "YEARLY": r"a year",
                "DASH": r"up to", "CURRENCY_SIGN": r"USD", "SEPARATOR": r"\|",
            },
        },
        designation_services={"Merit": "classified"},
        citation_triggers=("R.S.",),
    )  # fmt: skip
    return FieldReaders(profile)


def test_title(readers: FieldReaders) -> None:
    assert plain(readers.title("Sea Warden III (Night) (ZZ-104)").value) == {
        "code": "ZZ-104",
        "title": "Sea Warden III (Night)",
        "series": "Sea Warden",
        "level": 3,
        "qualifiers": ["Night"],
    }


def test_pay(readers: FieldReaders) -> None:
    text = "USD 20.00 up to USD 30.50 an hour | USD 1,600 up to USD 2,440 a fortnight"
    assert plain(readers.pay(text).value) == {
        "text": text,
        "kind": "range",
        "hourly": {"min": "20.00", "max": "30.50"},
        "biweekly": {"min": "1600.00", "max": "2440.00"},
        "yearly": None,
        "weekly_hours": "40",
        "currency": "USD",
    }


def test_footer(readers: FieldReaders) -> None:
    text = "Code: ZZ-104; Amended: 5/6/2021"
    assert plain(readers.footer(text).value) == {
        "text": text,
        "code": "ZZ-104",
        "established": None,
        "revised": "2021-05-06",
    }


def test_designation(readers: FieldReaders) -> None:
    text = "Merit/Competitive"
    value = {"text": text, "service": "classified", "selection": "competitive"}
    assert plain(readers.designation(text).value) == value


def test_the_other_states_wording_is_not_read(readers: FieldReaders) -> None:
    assert [problem.code for problem in readers.pay("$20.00-$30.50 Hourly").problems] == ["pay-unread"]
    assert readers.citations("Sec. 5-196").value == ()
