"""The report opens from disk, alone: it is whole, asks no server for anything, and its links lead somewhere."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree, html

from tests.archive.archives import convert, small

_HOSTILE = "<script src='https://example.org/x.js'></script>"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with findings, quarantine, an unknown header and a name that is markup."""
    given = small(tmp_path_factory.mktemp("given") / "specs")
    text = (given / "4207AR.txt").read_text(encoding="utf-8")
    (given / "strange.txt").write_text(
        text.replace("EXAMPLES OF DUTIES", "UNHEARD & ODD THINGS").replace("4207AR", "4208AR"), encoding="utf-8"
    )
    (given / "<img src=x onerror=alert(1)>.txt").write_text(_HOSTILE, encoding="utf-8")
    out = tmp_path_factory.mktemp("out")
    convert(given, out=out)
    return out


@pytest.fixture(scope="module")
def tree(archive: Path) -> html.HtmlElement:
    return html.fromstring((archive / "report.html").read_bytes())


def test_it_is_well_formed(archive: Path) -> None:
    text = (archive / "report.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>\n")
    # All but the elements that have no end is XML.
    body = text.removeprefix("<!DOCTYPE html>\n").replace('<meta charset="utf-8">', "").replace("<br>", "<br/>")
    body = body.replace('<meta name="viewport" content="width=device-width, initial-scale=1">', "")
    assert etree.fromstring(body.encode()).tag == "html"


def test_it_asks_no_server_and_runs_nothing(tree: html.HtmlElement) -> None:
    assert tree.xpath("//script | //link | //img | //iframe | //object | //embed | //@onerror | //@onclick") == []
    assert tree.xpath("//@src | //@srcset | //@action") == []
    (style,) = tree.xpath("//style/text()")
    assert "url(" not in style
    assert "@import" not in style
    assert not any("://" in str(value) for value in tree.xpath("//@*"))


def test_its_links_lead_to_records(tree: html.HtmlElement, archive: Path) -> None:
    links = {str(link) for link in tree.xpath("//a/@href")}
    assert len(links) > 1
    assert [link for link in links if not (archive / unquote(link)).is_file()] == []


def test_what_files_say_is_text(tree: html.HtmlElement) -> None:
    cells = [cell.text_content() for cell in tree.xpath("//td")]
    assert "UNHEARD & ODD THINGS" in cells
    assert any(cell.endswith("<img src=x onerror=alert(1)>.txt") for cell in cells)


def test_sources_are_told_by_form_and_outcome(tree: html.HtmlElement) -> None:
    (table,) = tree.xpath("//section[h2='Sources by form']//table")
    rows = [[cell.text_content() for cell in row.xpath("th | td")] for row in table.xpath(".//tr")]
    assert rows == [
        ["Form", "Sources", "Converted", "In quarantine", "Could not be read"],
        ["Text", "6", "5", "1", "0"],
        ["Web page", "3", "2", "1", "0"],
        ["Word file", "2", "2", "0", "0"],
    ]


def test_every_cell_has_the_title_of_its_column(tree: html.HtmlElement) -> None:
    for table in tree.xpath("//table"):
        titles = [str(title) for title in table.xpath("thead//th/text()")]
        for row in table.xpath("tbody/tr"):
            assert [str(title) for title in row.xpath("td/@data-title")] == titles
