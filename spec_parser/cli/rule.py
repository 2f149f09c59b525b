"""`spec-parser rule`."""

import re
import textwrap
from pathlib import Path

import click

from spec_parser.cli.sources import UNREADABLE, complain
from spec_parser.cli.terminal import colourful, columns
from spec_parser.errors import SpecParserError
from spec_parser.findings import KINDS, Kind
from spec_parser.rules.catalogue import Loaded, entries, load
from spec_parser.rules.configuration import configuration
from spec_parser.rules.own import OWN
from spec_parser.rules.pages import MENDS, family_name
from spec_parser.rules.reports import COLOURS
from spec_parser.rules.rule import Rule

_CODE = re.compile(r"`([^`]+)`")
_WIDEST = 100


@click.command(
    epilog="""\b
Examples:
  spec-parser rule                            all rules, those of this office too
  spec-parser rule PAY001                     what it looks for, why, an example
  spec-parser rule repeated-word              the same by the name of a rule
  spec-parser rule date-mended                what a finding of parsing means

Exit status: 0 done; 2 there is no such rule."""
)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Another configuration than the spec-parser.toml of this folder or one above it.",
)
def rule(codes: tuple[str, ...], config: Path | None) -> None:
    """Explain rules of `spec-parser check`; without CODE, list all of them."""
    click.get_current_context().color = colourful()
    try:
        house = _house(config)
    except SpecParserError as error:
        complain(str(error))
        raise SystemExit(UNREADABLE) from error
    if not codes:
        _list([load(code).rule for code in entries()] + [one.rule for one in house])
    known = KINDS | OWN
    for number, asked in enumerate(codes):
        found = _found(asked, house)
        if found is None and asked not in known:
            complain(f"{asked}: there is no such rule; `spec-parser rule` lists them")
            raise SystemExit(UNREADABLE)
        if number:
            click.echo()
        if found is not None:
            _explain(found)
        else:
            _mean(asked, known[asked])


def _house(config: Path | None) -> tuple[Loaded, ...]:
    """The rules of the office itself."""
    configured = configuration(config)
    if not configured.check.house_rules:
        return ()
    from spec_parser.rules.house import house_rules

    return house_rules(configured.path(name) for name in configured.check.house_rules)


def _found(asked: str, house: tuple[Loaded, ...]) -> Rule | None:
    """The rule of that code or name."""
    named = {entry.name: code for code, entry in entries().items()}
    code = named.get(asked.lower(), asked.upper())
    if code in entries():
        return load(code).rule
    return next((one.rule for one in house if asked.lower() in (one.rule.code.lower(), one.rule.name)), None)


def _list(rules: list[Rule]) -> None:
    width = max(len(one.name) for one in rules)
    code_width = max(len(one.code) for one in rules)
    family = None
    for one in rules:
        if one.family != family:
            click.echo(("\n" if family else "") + click.style(f"{one.family}: {family_name(one.family)}", bold=True))
            family = one.family
        grade = click.style(f"{one.severity:<7}", fg=COLOURS[one.severity])
        line = f"{one.summary} [{', '.join(_remarks(one))}]" if _remarks(one) else one.summary
        indent = " " * (code_width + width + 15)
        shown = textwrap.wrap(line, max(columns() - len(indent), 30)) or [""]
        click.echo(f"  {one.code:<{code_width}}  {one.name:<{width}}  {grade}  " + f"\n{indent}".join(shown))


def _remarks(one: Rule) -> list[str]:
    return ([f"{one.fix} mend"] if one.fix else []) + (["needs --archive"] if one.archive else [])


def _explain(one: Rule) -> None:
    grade = click.style(one.severity, fg=COLOURS[one.severity], bold=True)
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


def _mean(code: str, kind: Kind) -> None:
    grade = click.style(kind.severity, fg=COLOURS[kind.severity], bold=True)
    click.echo(
        f"{click.style(code, bold=True)}  {grade} · {'told of suppressions' if code in OWN else 'told by parsing'}\n"
    )
    _paragraph(kind.meaning, "")


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
