"""`spec-parser render`."""

import sys

import click

from spec_parser.cli.contents import contents
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, complain, files, profile_of, profile_option
from spec_parser.errors import SpecParserError
from spec_parser.render import DIALECTS, render_text


@click.command(
    epilog="""\b
Examples:
  spec-parser render record.json              as the state's own pages
  spec-parser render 4978AR.txt --dialect B   a specification in another dialect
  spec-parser render record.json --dialect D --width 60

\b
Dialects:
"""
    + "".join(f"  {dialect.name:<4} {dialect.summary}\n" for dialect in DIALECTS.values())
    + """
Exit status: 0 all files were read; 2 at least one was not."""
)
@files
@click.option("--to", "form", type=click.Choice(["text"]), default="text", show_default=True, help="What to print.")
@click.option("--dialect", type=click.Choice(list(DIALECTS)), default="A", show_default=True, help="How to print it.")
@click.option("--width", type=click.IntRange(20, 200), help="Break lines at this many columns.")
@profile_option
@reading_options
def render(
    files: tuple[str, ...],
    *,
    form: str,  # noqa: ARG001 - one form so far
    dialect: str,
    width: int | None,
    profile: str,
    reading: Reading,
) -> None:
    """Print records as pages, one after the other on standard output.

    FILE holds a record, a list of records, one record a line, or a class specification; - is standard input.
    """
    status = 0
    for name in files:
        try:
            for content in contents(name, profile_of(profile), reading):
                click.echo(render_text(content, dialect, width=width))
        except SpecParserError as error:
            complain(str(error))
            status = UNREADABLE
    sys.exit(status)
