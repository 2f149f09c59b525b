"""`spec-parser check`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from spec_parser.cli.checking import Command, Run, Wishes
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, complain, files, profile_option
from spec_parser.cli.terminal import colourful
from spec_parser.errors import SpecParserError
from spec_parser.rules.configuration import configuration

if TYPE_CHECKING:
    from spec_parser.model import Severity

_FORMS = ["text", "json", "sarif", "github", "html"]


@click.command(
    epilog="""\b
Examples:
  spec-parser check 4978AR.docx                       what is wrong with a specification
  spec-parser check 4978AR.docx --diff                what --fix would change
  spec-parser check 4978AR.docx --fix                 a copy with the safe mends as tracked changes
  spec-parser check --select PAY,DAT *.txt            pay and dates only
  spec-parser check --archive archive/ *.txt          other classes are known, too
  spec-parser check --output-format html *.html > found.html
  spec-parser check --baseline known.json --write-baseline *.txt

\b
`spec-parser rule` lists the rules, `spec-parser rule CODE` explains one. spec-parser.toml, in the
working folder or above it, says what is checked here (docs/checking.md).

Exit status: 0 nothing of severity warning or above; 1 something; 2 a file could not be read."""
)
@files
@click.option(
    "--select",
    multiple=True,
    metavar="CODES",
    help="Check only these: codes, families (PAY), `parsing`, `all`; several with commas.",
)
@click.option("--ignore", multiple=True, metavar="CODES", help="Leave these out.")
@click.option(
    "--severity",
    type=click.Choice(["info", "warning", "error"]),
    default="info",
    show_default=True,
    help="Show findings of this severity and above.",
)
@click.option(
    "--archive",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="The other classes: the folder that `spec-parser convert` wrote.",
)
@click.option("--fix", is_flag=True, help="Make the safe mends: texts in place, Word files as a copy, others as text.")
@click.option("--unsafe-fixes", is_flag=True, help="Make all mends, those that want a person's eye too.")
@click.option("--diff", is_flag=True, help="Show what the mends change, and write nothing.")
@click.option("--author", metavar="NAME", help="Whose tracked changes the mends of a Word file are.")
@click.option(
    "--date",
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]),
    metavar="DATE",
    help="When these were made, and the day on which the specification is judged.  [default: none; today]",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Leave out the findings that are known there.",
)
@click.option("--write-baseline", is_flag=True, help="Write all findings to the baseline.")
@click.option("--output-format", "form", type=click.Choice(_FORMS), default="text", show_default=True)
@click.option("--statistics", is_flag=True, help="Only count the findings.")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Another configuration than the spec-parser.toml of this folder or one above it.",
)
@profile_option
@reading_options
def check(
    files: tuple[str, ...],
    *,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: "Severity",
    archive: Path | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    author: str | None,
    date: datetime | None,
    baseline: Path | None,
    write_baseline: bool,
    form: str,
    statistics: bool,
    config: Path | None,
    profile: str,
    reading: Reading,
) -> None:
    """Say what is wrong with specifications before they are published.

    FILE is a text, a web page, a PDF file, a Word file or an image, whatever its name; - is standard input.
    """
    context = click.get_current_context()
    context.color = colourful()
    if statistics and form != "text":
        raise click.UsageError("--statistics counts findings in text only: leave out --output-format")
    if diff and form != "text":
        raise click.UsageError("--diff shows mends as text: leave out --output-format")
    command = Command(
        form,
        statistics,
        fix=fix or unsafe_fixes or diff,
        unsafe=unsafe_fixes,
        diff=diff,
        author=author,
        date=None if date is None else date.strftime("%Y-%m-%dT%H:%M:%SZ"),
        write_baseline=write_baseline,
    )
    wishes = Wishes(_split(select), _split(ignore), severity, archive, baseline, None if date is None else date.date())
    try:
        configured = configuration(config)
        given = context.get_parameter_source("profile") is not ParameterSource.DEFAULT
        whose = profile if given else configured.profile(profile)
        run = Run(
            tuple(dict.fromkeys(files)),
            profile=whose,
            reading=reading,
            wishes=wishes,
            configured=configured,
            command=command,
        )
        status = run.status()
    except SpecParserError as error:
        complain(str(error))
        status = UNREADABLE
    sys.exit(status)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one.strip() for value in values for one in value.split(",") if one.strip())
