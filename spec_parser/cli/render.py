"""`spec-parser render`."""

import sys
from pathlib import Path

import click

from spec_parser.cli.contents import contents
from spec_parser.cli.pages import Folder, Form, OneFile, StandardOutput, page
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, complain, files, profile_of, profile_option
from spec_parser.errors import SpecParserError
from spec_parser.render import DIALECTS


@click.command(
    epilog="""\b
Examples:
  spec-parser render record.json              as the state's own pages
  spec-parser render 4978AR.txt --dialect B   a specification in another dialect
  spec-parser render record.json --dialect D --width 60
  spec-parser render record.json --to html --out 4978AR.html
  spec-parser render records.ndjson --to docx --out pages/

\b
Dialects:
"""
    + "".join(f"  {dialect.name:<4} {dialect.summary}\n" for dialect in DIALECTS.values())
    + """
Exit status: 0 all files were read; 2 at least one was not."""
)
@files
@click.option(
    "--to",
    "form",
    type=click.Choice(["text", "html", "docx"]),
    default="text",
    show_default=True,
    help="What to print: plain text, a web page, a Word file.",
)
@click.option(
    "--out",
    type=click.Path(),
    metavar="FILE|FOLDER/",
    help="Where to write; standard output by default. A folder gets a file a record, named by its class code.",
)
@click.option("--dialect", type=click.Choice(list(DIALECTS)), help="How plain text is printed.  [default: A]")
@click.option("--width", type=click.IntRange(20, 200), help="Break lines of plain text at this many columns.")
@profile_option
@reading_options
def render(
    files: tuple[str, ...],
    *,
    form: Form,
    out: str | None,
    dialect: str | None,
    width: int | None,
    profile: str,
    reading: Reading,
) -> None:
    """Print records as pages, one after the other.

    FILE holds a record, a list of records, one record a line, or a class specification; - is standard input.
    """
    if form != "text" and (dialect is not None or width is not None):
        raise click.UsageError("--dialect and --width are of plain text: leave them out, or print --to text")
    outlet = _outlet(out, form)
    status = 0
    for name in files:
        try:
            for content in contents(name, profile_of(profile), reading):
                outlet.write(content, page(content, form, dialect or "A", width))
        except SpecParserError as error:
            complain(str(error))
            status = UNREADABLE
    sys.exit(status)


def _outlet(out: str | None, form: Form) -> StandardOutput | OneFile | Folder:
    if out is None:
        return StandardOutput(form)
    return Folder(Path(out), form) if out.endswith("/") or Path(out).is_dir() else OneFile(Path(out), form)
