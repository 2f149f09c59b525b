"""`spec-parser report`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spec_parser.cli.sources import UNREADABLE, complain
from spec_parser.errors import SpecParserError, UnreadableError

if TYPE_CHECKING:
    from spec_parser.warehouse.report.facts import Facts


@click.command(
    epilog="""\b
Examples:
  spec-parser report build/specs --out questions.html              a folder that `convert` wrote
  spec-parser report s3://bucket/archive --out questions.html      the same in object storage
  spec-parser report duckdb:///specs.duckdb --out questions.html   a warehouse that `load` filled
  spec-parser report postgresql://user@host/database > questions.html

\b
The page has plots of pay by bargaining unit, of the steps of ladders, of the years of experience that occupational
groups require and of revisions by year, and the duties that most classes share. It opens without server or network, in
the light and in the dark. Of a folder, duties in nearly the same words count as one; of a warehouse, to the letter.

Exit status: 0 done; 2 the folder or warehouse could not be read."""
)
@click.argument("place", metavar="DIR|URL")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; else standard output.")
def report(place: str, *, out: Path | None) -> None:
    """Answer the first questions on one page with plots.

    DIR is what `spec-parser convert --out DIR` made, a folder or a URL as s3://bucket/archive; URL is a warehouse that
    `spec-parser load` filled.
    """
    from spec_parser.warehouse.report.page import page

    try:
        shown = page(_facts(place), _name(place))
        if out is None:
            click.echo(shown, nl=False)
        else:
            _write(out, shown)
    except SpecParserError as error:
        complain(str(error))
        sys.exit(UNREADABLE)


def _facts(place: str) -> "Facts":
    from spec_parser.warehouse.report.asking import of_archive, of_warehouse
    from spec_parser.warehouse.targets import is_target

    return of_warehouse(place) if is_target(place) else of_archive(place)


def _name(place: str) -> str:
    """What the page calls it: no path of a machine, no password."""
    return place.partition("?")[0].rstrip("/").rpartition("/")[2]


def _write(out: Path, shown: str) -> None:
    aside = out.with_name(f".{out.name}.part")
    try:
        aside.write_text(shown, encoding="utf-8")
        aside.replace(out)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise UnreadableError(f"{out}: cannot be written: {error.strerror or error}") from error
