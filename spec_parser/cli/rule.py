"""`spec-parser rule`."""

import re
import textwrap

import click

from spec_parser.cli.sources import UNREADABLE, complain
from spec_parser.cli.terminal import colourful, columns
from spec_parser.rules.catalogue import entries, load
from spec_parser.rules.pages import MENDS, family_name
from spec_parser.rules.rule import Rule

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
_CODE = re.compile(r"`([^`]+)`")
_WIDEST = 100


@click.command(
    epilog="""\b
Examples:
  spec-parser rule                            all rules
  spec-parser rule PAY001                     what it looks for, why, an example
  spec-parser rule repeated-word              the same by the name of a rule

Exit status: 0 done; 2 there is no such rule."""
)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def rule(codes: tuple[str, ...]) -> None:
    """Explain rules of `spec-parser check`; without CODE, list all of them."""
    click.get_current_context().color = colourful()
    if not codes:
        _list()
    named = {entry.name: code for code, entry in entries().items()}
    for number, asked in enumerate(codes):
        code = named.get(asked.lower(), asked.upper())
        if code not in entries():
            complain(f"{asked}: there is no such rule; `spec-parser rule` lists them")
            raise SystemExit(UNREADABLE)
        if number:
            click.echo()
        _explain(load(code).rule)


def _list() -> None:
    width = max(len(entry.name) for entry in entries().values())
    family = None
    for code in entries():
        one = load(code).rule
        if one.family != family:
            click.echo(("\n" if family else "") + click.style(f"{one.family}: {family_name(one.family)}", bold=True))
            family = one.family
        grade = click.style(f"{one.severity:<8}", fg=_COLOURS[one.severity])
        line = f"{one.summary} [{', '.join(_remarks(one))}]" if _remarks(one) else one.summary
        hanging = " " * (11 + width + 9)
        shown = textwrap.wrap(line, max(columns() - len(hanging), 30)) or [""]
        click.echo(f"  {one.code:<7}  {one.name:<{width}} {grade} " + f"\n{hanging}".join(shown))


def _remarks(one: Rule) -> list[str]:
    return ([f"{one.fix} mend"] if one.fix else []) + (["needs --archive"] if one.archive else [])


def _explain(one: Rule) -> None:
    grade = click.style(one.severity, fg=_COLOURS[one.severity], bold=True)
    facts = [grade, f"mend: {MENDS[one.fix]}"] + (["needs --archive"] if one.archive else [])
    click.echo(f"{click.style(f'{one.code} {one.name}', bold=True)}  {' · '.join(facts)}\n")
    _paragraph(one.summary, "")
    for heading, text in (("What it does", one.details), ("Why it matters", one.reason)):
        click.echo(f"\n{click.style(heading, bold=True)}")
        _paragraph(text, "  ")
    click.echo(f"\n{click.style('Example', bold=True)}")
    for mark, text, colour in (("-", one.example, "red"), ("+", one.mended, "green")):
        for line in text.splitlines():
            click.echo(click.style(f"  {mark} {line}", fg=colour))


def _paragraph(text: str, indent: str) -> None:
    """Markdown's paragraphs, wrapped; what is set as code there stands out here."""
    width = min(columns(), _WIDEST)
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            click.echo()
        filled = textwrap.fill(
            " ".join(paragraph.split()), width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
        )
        click.echo(_CODE.sub(lambda found: click.style(found[1], fg="cyan"), filled))
