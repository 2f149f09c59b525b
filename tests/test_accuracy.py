"""The accuracy table counts: what is read right, what is missed with a finding, what is missed without one."""

import pytest

from benchmarks.reading_back import FIELDS, Condition, score
from spec_parser.generator import DAMAGES, Damage


def _without_footer(text: str) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith("CLASS:"))


DONE_HERE = {
    "silent": Damage("silent", "The footer is gone.", (), lambda text, _: _without_footer(text)),
    "destroying": Damage("destroying", "The same, as it says.", ("/footer",), lambda text, _: _without_footer(text)),
    "refused": Damage("refused", "Nothing is left.", (), lambda _, __: "Nothing at all is left of it.\n"),
}


@pytest.fixture(autouse=True)
def _damages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, damage in DONE_HERE.items():
        monkeypatch.setitem(DAMAGES, name, damage)


def test_without_damage_every_field_is_right() -> None:
    found = score(Condition("A", None, first=1, classes=3))
    assert found.right == dict.fromkeys((*FIELDS, "all"), 3)
    assert (found.read, found.told, found.silent) == (3, 0, 0)


def test_what_is_gone_without_a_word_is_silent() -> None:
    found = score(Condition("A", "silent", first=1, classes=1))
    assert found.silences == ((1, "footer"), (1, "sections"))
    assert found.right["footer"] == found.right["all"] == 0
    assert found.right["pay"] == 1


def test_what_the_damage_says_it_destroys_is_no_fault_yet_must_be_told() -> None:
    found = score(Condition("A", "destroying", first=1, classes=1))
    assert found.right["footer"] == 1
    assert (1, "footer") in found.silences


def test_a_letter_lost_in_running_text_is_told() -> None:
    found = score(Condition("A", "replacement", first=1, classes=3))
    assert found.told > 0
    assert found.silences == ()


def test_a_refused_page_has_nothing_right_and_is_told() -> None:
    found = score(Condition("A", "refused", first=1, classes=1))
    assert found.right["job_class"] == 0
    assert found.told > 0
    assert found.silent == 0


def test_without_headers_a_refused_page_is_not_counted() -> None:
    found = score(Condition("E", "refused", first=1, classes=1))
    assert (found.read, found.told, found.silent) == (0, 0, 0)
