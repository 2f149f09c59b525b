"""`spec-parser qualify`."""

import os
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import Sources, files, profile_option
from spec_parser.cli.understanding import Statement, Understanding, statements

if TYPE_CHECKING:
    from spec_parser.model import JobClass

_WIDTH = 100
_NOT_UNDERSTOOD = {
    "text": "(not understood: only its words are kept)",
    "partial": "(understood in part)",
}


@click.command(
    epilog="""\b
Examples:
  spec-parser qualify 4978AR.txt             what the class asks for, as a tree
  spec-parser qualify 4978AR.pdf 0248EX.docx
  spec-parser qualify corpus/*.txt | less    ends with how much was understood, on standard error

Below each sentence stands what it says. docs/qualifications.md tells what each kind of line means;
`spec-parser parse` gives the same as data (`expression`).

Exit status: 0 done; 2 a file could not be read."""
)
@files
@profile_option
@reading_options
def qualify(files: tuple[str, ...], *, profile: str, reading: Reading) -> None:
    """Show what the minimum qualifications of class specifications ask for.

    FILE is anything that `spec-parser parse` reads; - is standard input.
    """
    sources = Sources(files, profile, reading)
    counted = Understanding()
    bold = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    for _, parsed in sources:
        for record in parsed.records:
            found = statements(record.minimum_qualifications)
            counted.add(found)
            click.echo(_shown(record, found, bold=bold))
    counted.show()
    sys.exit(sources.status)


def _shown(record: "JobClass", found: list[Statement], *, bold: bool) -> str:
    """The qualifications of one class."""

    def strong(text: str) -> str:
        return click.style(text, bold=True) if bold else text

    title = " ".join(
        filter(None, (record.job_class.title, f"({record.job_class.code})" if record.job_class.code else ""))
    )
    lines = [strong(title or "A class without title and code")]
    if not found:
        lines.append("  no minimum qualifications")
    heading = ""
    for statement in found:
        if statement.heading != heading:
            heading = statement.heading
            lines += ["", strong(heading)]
        lines += ["", *_statement(statement)]
    return "\n".join([*lines, ""])


def _statement(statement: Statement) -> list[str]:
    from spec_parser.render.expressions import outline, tree

    wrapped = textwrap.wrap(statement.text, _WIDTH, initial_indent='  "', subsequent_indent="   ")
    wrapped[-1] += '"'
    below = [] if statement.expression is None else [outline([tree(statement.expression)], 2)]
    told = _NOT_UNDERSTOOD.get(statement.understood)
    return [*wrapped, *([f"    {told}"] if told else []), *below]
