"""A check that is left out for want of a program is noticed: not on a contributor's machine, but where it counts."""

import pytest

from tests.components import need

_MESSAGE = "needs tesseract: install tesseract-ocr, as `make programs` does where it may"


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_missing_program(monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match=_MESSAGE):
        need("tesseract")


def test_a_program_that_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: f"/usr/bin/{program}")
    monkeypatch.setenv("CI", "true")
    need("tesseract")
