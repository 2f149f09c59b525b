"""`spec-parser trace`."""

import sys

import click

from spec_parser.cli.sources import Sources, profile_option
from spec_parser.model import Provenance
from spec_parser.pipeline import Parsed


@click.command(
    epilog="""\b
Examples:
  spec-parser trace 4978AR.txt --at 120                     what the 121st character became
  spec-parser trace 4978AR.txt --pointer /pay/hourly/min    where that value was read
  spec-parser trace 4978AR.txt                              every value with its place"""
)
@click.argument("file")
@click.option("--at", "offsets", type=int, multiple=True, metavar="OFFSET", help="A character, counted from 0.")
@click.option("--pointer", "pointers", multiple=True, metavar="POINTER", help="A value, by its JSON Pointer.")
@profile_option
def trace(file: str, offsets: tuple[int, ...], pointers: tuple[str, ...], profile: str) -> None:
    """Show what became of a character, or where a value comes from and by which rule."""
    sources = Sources((file,), profile)
    for _, parsed in sources:
        for offset in offsets:
            _show_place(parsed, offset)
        for number, record in enumerate(parsed.records):
            for pointer, provenance in record.provenance.items():
                if pointer in pointers or not (pointers or offsets):
                    _show_value(parsed, number, pointer, provenance)
    sys.exit(sources.status)


def _show_place(parsed: Parsed, offset: int) -> None:
    try:
        place = parsed.at(offset)
    except IndexError as error:
        raise click.UsageError(str(error)) from error
    line = parsed.document.line_at(offset)
    character = parsed.document.text[offset]
    click.echo(
        f"{offset} {character!r} line {line.number}: {place.piece.kind} [{place.piece.start}, {place.piece.end})"
    )
    for value in place.values:
        _show_value(parsed, value.record, value.pointer, value.provenance)


def _show_value(parsed: Parsed, number: int, pointer: str, provenance: Provenance) -> None:
    record = f"record {number + 1} " if len(parsed.records) > 1 else ""
    text = parsed.document.text
    places = " + ".join(
        f"line {span.line} [{span.start}, {span.end}) {text[span.start : span.end]!r}" for span in provenance.spans
    )
    click.echo(f"  {record}{pointer} = {provenance.rule} of {places}")
