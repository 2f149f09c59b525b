"""`spec-parser check`."""

import sys
from pathlib import Path

import click

from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, Sources, complain, files, profile_of, profile_option
from spec_parser.cli.terminal import colourful, columns
from spec_parser.errors import SpecParserError

FOUND = 1


@click.command(
    epilog="""\b
Examples:
  spec-parser check 4978AR.docx               what is wrong with a specification
  spec-parser check --select PAY,DAT 4978AR.txt
  spec-parser check --ignore info --archive archive/ specs/*.txt
  spec-parser check --output-format json 4978AR.html

`spec-parser rule` lists the rules, `spec-parser rule CODE` explains one.
Exit status: 0 nothing of severity warning or above; 1 something; 2 a file could not be read."""
)
@files
@click.option("--select", multiple=True, metavar="CODES", help="Check these only: codes, families (PAY), all.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these out.")
@click.option("--archive", type=click.Path(path_type=Path), metavar="DIR", help="The other classes: what convert made.")
@click.option("--output-format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@profile_option
@reading_options
def check(
    files: tuple[str, ...],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    archive: Path | None,
    form: str,
    profile: str,
    reading: Reading,
) -> None:
    """Say what is wrong with specifications before they are published.

    FILE is a text, a web page, a PDF file, a Word file or an image, whatever its name; - is standard input.
    """
    click.get_current_context().color = colourful()
    sources = Sources(files, profile, reading)
    checked = []
    try:
        for name, parsed in sources:
            from spec_parser.profiles.loading import load
            from spec_parser.rules import checking, reports
            from spec_parser.rules.archive import Archive
            from spec_parser.rules.catalogue import chosen

            codes = chosen(_split(select) or ("all",), _split(ignore))
            settings = checking.Settings(codes=codes, archive=None if archive is None else Archive(archive))
            notices = checking.check(parsed, load(profile_of(profile)), settings)
            checked.append(reports.Checked(name, parsed.document, notices))
    except SpecParserError as error:
        complain(str(error))
        sys.exit(UNREADABLE)
    if form == "json":
        from spec_parser.rules.reports.json import report

        click.echo(report(checked), nl=False)
    else:
        from spec_parser.rules.reports.text import finding, summary

        for one in checked:
            for notice in one.notices:
                click.echo("\n".join(finding(one, notice, columns())) + "\n")
        click.echo(summary(checked))
    found = any(notice.severity != "info" for one in checked for notice in one.notices)
    sys.exit(sources.status or (FOUND if found else 0))


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.strip() for value in values for one in value.split(",") if one.strip())
