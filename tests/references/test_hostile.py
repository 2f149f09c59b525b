"""No text keeps the reader of references for long, with an archive's titles or without."""

import pytest

from spec_parser.profiles.loading import load
from spec_parser.references import ReferenceReader, Title, Titles
from tests.effort import least_seconds
from tests.references.records import record

_TITLES = Titles([Title("1001AR", "Tide Reader", current=True), Title("1002AR", "A A A A A A A A", current=True)])
_TEXTS = [
    "A " * 12_500,
    "Tide and " * 5_000,
    "Tide Reader of the " * 2_500,
    "Tide Reader 1 and " * 2_500,
    "Sec. 5-196 " * 2_500,
    "level of a " * 2_500,
    "(A" * 12_500,
    "Department of " * 2_500,
    "license as a " * 2_500,
    "X-1 bargaining unit, " * 2_500,
    "a" * 25_000,
    "I " * 12_500,
    "A " + "a " * 12_500,
]


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: f"{text[:12]!r} of {len(text)}")
@pytest.mark.parametrize("titles", [None, _TITLES], ids=["without titles", "with titles"])
def test_no_text_takes_long(text: str, titles: Titles | None) -> None:
    reader = ReferenceReader(load(), titles)
    one = record(text)
    assert least_seconds(lambda: reader.read(one), 2) <= 2
