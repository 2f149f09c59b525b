"""Official wordings are known by fingerprints: the real acknowledgement has that of the profile."""

import pytest

from spec_parser import parse
from spec_parser.profiles.loading import load
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.law.slips import is_slip
from spec_parser.rules.law.wordings import fingerprint
from tests.conftest import real_documents
from tests.rules.harness import TODAY, changed


def test_what_a_fingerprint_leaves_out() -> None:
    assert fingerprint("The  keeper’s LAMP (Sec. 5-1).") == fingerprint("the keeper's\nlamp; sec 5 - 1")
    assert fingerprint("the keepers lamp") != fingerprint("the keeper's lamp")


def test_the_real_acknowledgement() -> None:
    text = (real_documents() / "ct" / "4978AR.txt").read_text(encoding="utf-8")
    settings = Settings(codes=frozenset({"LAW004"}), today=TODAY)
    spoilt = changed(text, {"every task": "each task"})
    found = [len(check(parse(one), load(), settings)) for one in (text, spoilt)]
    assert found == [0, 1]


@pytest.mark.parametrize(
    ("written", "slip"),
    [
        ("5-196", False),
        ("5-169", True),
        ("5-19", True),
        ("5-1966", True),
        ("15-196", True),
        ("5-296", True),
        ("51-96", True),
        ("5-619", False),
        ("5-1", False),
        ("196-5", False),
        ("", False),
    ],
)
def test_slips(written: str, *, slip: bool) -> None:
    assert is_slip(written, "5-196") is slip
