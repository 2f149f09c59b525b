"""`qualify`: what a class asks for, as a tree; how much of it was understood, on standard error."""

from pathlib import Path

import pytest

from spec_parser.cli.understanding import shape
from tests.cli.harness import run

_PAGE = """Pier Warden (1234AR)

MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE

Two (2) years of experience in keeping piers.

NOTE: Gulls are not counted.

MINIMUM QUALIFICATIONS - SUBSTITUTIONS ALLOWED

  • A diploma in knots may be substituted for one (1) year of the General Experience.

EFFECTIVE DATE

11/07/2024
"""
_SHOWN = """Pier Warden (1234AR)

GENERAL EXPERIENCE

  "Two (2) years of experience in keeping piers."
    2 years of experience
      in keeping piers

SUBSTITUTIONS ALLOWED

  "A diploma in knots may be substituted for one (1) year of the General Experience."
    (understood in part)
    in place of the General Experience
      offered: NOT UNDERSTOOD: A diploma in knots
      stands for: 1 year

NOTES

  "NOTE: Gulls are not counted."
    (not understood: only its words are kept)

"""
_COUNTED = """3 statements of qualifications; understood: 33.3% whole (1), 33.3% in part (1), 33.3% not (1).
Not understood whole, the most frequent first (N: a number, TITLE: a title):
     1  A diploma in knots may be substituted for N year of the TITLE.
     1  NOTE: Gulls are not counted.
"""


def test_a_class(folder: Path) -> None:
    (folder / "pier.txt").write_text(_PAGE, encoding="utf-8")
    result = run("qualify", "pier.txt")
    assert (result.stdout, result.stderr, result.exit_code) == (_SHOWN, _COUNTED, 0)


def test_a_class_without_qualifications_and_a_file_that_cannot_be_read(folder: Path) -> None:
    page = _PAGE[: _PAGE.index("MINIMUM")] + _PAGE[_PAGE.index("EFFECTIVE") :]
    (folder / "pier.txt").write_text(page, encoding="utf-8")
    result = run("qualify", "picture.pdf", "pier.txt")
    assert result.stdout == "Pier Warden (1234AR)\n  no minimum qualifications\n\n"
    assert result.stderr == "spec-parser: picture.pdf: is a GIF image, which is not read: save it as PNG\n"
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two (2) years as a Pier Warden 2 or 3.", "N years as a TITLE or N."),
        ("one and one-half (1 1/2) years under Master of Horns", "N years under TITLE"),
        ("x" * 200, "x" * 109 + "…"),
    ],
)
def test_texts_of_one_shape_are_alike(text: str, expected: str) -> None:
    assert shape(text) == expected
