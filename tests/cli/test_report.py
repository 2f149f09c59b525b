"""`spec-parser report`: the first questions to a folder and to warehouses, answered on one page."""

import json
from pathlib import Path

import pytest
from lxml import html

from tests.cli.harness import run
from tests.warehouse.conversions import File, Shown, qualify, write
from tests.warehouse.targets import loaded

_MARKUP = "ADMIN <b>&</b> RESID"
_FILES = (
    File("1.txt", 1, (Shown("1111AA", "2015-01-01", pay="40000.00", unit=_MARKUP, level=1),)),
    File("2.txt", 2, (Shown("2222BB", "2017-01-01", pay="50000.00", unit=_MARKUP, level=2),)),
    File("3.txt", 3, (Shown("3333CC", "2017-06-01", ("Mends nets",), unit=_MARKUP, message="odd"),)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A conversion: two levels with pay that share a duty, and a class without pay."""
    made = write(tmp_path / "archive", _FILES)
    qualify(made, "us-ct/2222BB/2017-01-01")
    groups = [
        {"text": "Counts boats", "classes": 2, "duties": []},
        {"text": "Mends <i>nets</i>", "classes": 3, "duties": []},
    ]
    (made / "duties.ndjson").write_text("".join(json.dumps(group) + "\n" for group in groups), encoding="utf-8")
    return made


def _tiles(tree: html.HtmlElement) -> list[tuple[str, str]]:
    return [(tile[0].text, tile[1].text) for tile in tree.xpath("//div[@class='tiles']/div")]


def _plot(tree: html.HtmlElement, title: str) -> list[str]:
    """What stands in a plot as a broad page shows it."""
    return [text.text for text in tree.xpath("//svg[@class='broad'][@aria-label=$title]/text", title=title)]


def _duties(tree: html.HtmlElement) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in tree.xpath("//tbody/tr")]


def _page(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


def test_a_folder(folder: Path, tmp_path: Path) -> None:
    result = run("report", str(folder), "--out", str(tmp_path / "questions.html"))
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "questions.html"]
    tree = _page(tmp_path / "questions.html")
    assert _tiles(tree) == [
        ("3", "current classes"),
        ("3", "revisions"),
        ("2", "classes with pay"),
        ("3", "duties of current classes"),
        ("1", "findings of current classes"),
    ]
    assert _plot(tree, "Yearly pay by bargaining unit") == [_MARKUP, "$40,000 to $50,000, 2 classes"]
    levels = ["Level 1", "$40,000", "Level 2", "$50,000, +25.0%"]
    assert _plot(tree, "Levels of Ferry Landing Attendant (37.5 Hour)") == levels
    required = ["Ferries and Landings", "9 years, 1 class"]
    assert _plot(tree, "Years of experience required by occupational group") == required
    assert _plot(tree, "Revisions by year") == ["1", "2015", "2016", "2", "2017"]
    assert _duties(tree) == [["3", "Mends <i>nets</i>"], ["2", "Counts boats"]]
    assert not tree.xpath("//script | //link | //img | //section//b | //section//i")


@pytest.mark.parametrize("kind", ["duckdb", "sqlite", "parquet"])
def test_a_warehouse(folder: Path, tmp_path: Path, kind: str) -> None:
    to = f"{kind}:///{tmp_path / 'specs'}"
    loaded(folder, to, 1)
    of_warehouse = run("report", to)
    of_folder = run("report", str(folder))
    assert (of_warehouse.stderr, of_warehouse.exit_code) == ("", 0)
    told, other = html.fromstring(of_warehouse.stdout), html.fromstring(of_folder.stdout)
    assert _tiles(told) == _tiles(other)
    assert told.xpath("//svg//text()") == other.xpath("//svg//text()")
    assert _duties(told) == [["2", "Counts the boats"]]  # in the same words, to the letter


def test_a_warehouse_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    to = f"duckdb:///{tmp_path / 'specs.duckdb'}"
    result = run("report", to)
    assert result.stderr == f"spec-parser: {to}: is no warehouse yet; fill it with `spec-parser load`\n"
    assert (result.exit_code, list(tmp_path.iterdir())) == (2, [])


def test_a_folder_that_is_no_archive(tmp_path: Path) -> None:
    result = run("report", str(tmp_path))
    told = f"{tmp_path}: holds no manifest.sqlite; give the folder that `spec-parser convert` made"
    assert (result.stderr, result.exit_code) == (f"spec-parser: {told}\n", 2)


def test_a_place_that_cannot_be_written_to(folder: Path, tmp_path: Path) -> None:
    result = run("report", str(folder), "--out", str(tmp_path / "none" / "questions.html"))
    out = tmp_path / "none" / "questions.html"
    assert result.stderr == f"spec-parser: {out}: cannot be written: No such file or directory\n"
    assert result.exit_code == 2
