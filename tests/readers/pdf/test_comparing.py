"""When the second engine is asked, whose words are taken, and what is said about it."""

from collections.abc import Callable
from typing import Any

import pytest

from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers.page.model import Page, Word
from spec_parser.readers.pdf import comparing, pdfium, plumber
from spec_parser.readers.pdf.doubts import Signs, signs
from tests.readers.pdf.drawing import pdf, text

_PLAIN = "Works under the direction of a harbor master or other employee of higher grade. " * 3
_GLUED = "Worksunderthedirectionofaharbormasterorotheremployee of higher grade. " * 9
_UNKNOWN = "W\ue001rks \ufffdnder the d\ue002rection of a harbor master or " * 6


@pytest.mark.parametrize(
    ("first", "second", "findings", "taken"),
    [
        (_PLAIN, None, [], 1),  # the second engine is not asked: None cannot be read
        (_GLUED, _PLAIN * 4, ["pdf-engine-second"], 2),
        (_UNKNOWN, _PLAIN * 2, ["pdf-engine-second"], 2),
        ("W o r k s " * 9, _PLAIN, ["pdf-engine-second"], 2),
        (_GLUED, _GLUED, ["pdf-engine-doubtful"], 1),
        (_GLUED, "Works under the direction.", ["pdf-engine-doubtful"], 1),  # words are missing
        (_GLUED, UnreadableError("is damaged"), ["pdf-engine-doubtful"], 1),
        ("", _PLAIN, ["pdf-engine-second"], 2),
        ("", "", [], 1),
    ],
    ids=["plain", "glued", "unknown", "letters", "no better", "missing", "unreadable", "none", "none either"],
)
def test_engine(
    monkeypatch: pytest.MonkeyPatch, first: str, second: str | Exception | None, findings: list[str], taken: int
) -> None:
    monkeypatch.setattr(pdfium, "pages", _engine(first))
    monkeypatch.setattr(plumber, "pages", _engine(second))
    found = comparing.pages(b"", DEFAULT, "auto")
    assert [finding.code for finding in found.findings] == findings
    expected = first if taken == 1 else second
    assert [word.text for page in found.pages for word in page.words] == str(expected).split()


def test_a_finding_says_why() -> None:
    assert signs([_page(_GLUED)]).doubts() == ("79% of the characters stand in words glued together",)


def test_too_large_a_file_is_refused_by_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfium, "pages", _engine(_GLUED))
    monkeypatch.setattr(plumber, "pages", _engine(LimitError("has more characters")))
    with pytest.raises(LimitError):
        comparing.pages(b"", DEFAULT, "auto")


def test_few_words_say_nothing() -> None:
    assert signs([_page("W o r k s")]).doubts() == ()


def test_a_page_of_image_without_words_is_a_scan() -> None:
    assert signs([Page(1, 612, 792, (), images=1.0)]).doubts() == ()


def test_words_over_each_other_and_jumps_are_counted() -> None:
    page = pdf([text(100, 700, "Steers") + text(110, 700, "moors") + text(100, 600, "low") + text(100, 650, "high")])
    (found,) = plumber.pages(page, DEFAULT)
    assert signs([found]) == Signs(words=4, characters=18, overlapping=1, jumps=1)


@pytest.mark.parametrize("engine", ["auto", "pdfium", "pdfplumber"])
def test_the_engine_asked_for_reads(monkeypatch: pytest.MonkeyPatch, engine: Any) -> None:
    monkeypatch.setattr(pdfium, "pages", _engine("pdfium"))
    monkeypatch.setattr(plumber, "pages", _engine("pdfplumber"))
    (page,) = comparing.pages(b"", DEFAULT, engine).pages
    assert [word.text for word in page.words] == ["pdfium" if engine == "auto" else engine]


def _engine(told: str | Exception | None) -> Callable[[bytes, Limits], list[Page]]:
    def pages(_: bytes, __: Limits) -> list[Page]:
        if isinstance(told, Exception):
            raise told
        assert told is not None, "it is not to be asked"
        return [_page(told)]

    return pages


def _page(words: str) -> Page:
    """Words in lines of ten, letters five points wide."""
    found = []
    for place, word in enumerate(words.split()):
        left, top = 50.0 + 400 * (place % 10), 50.0 + 12 * (place // 10)
        found.append(Word(word, left, top, left + 5 * len(word), top + 10, 10.0))
    return Page(1, 4100, 792, tuple(found))
