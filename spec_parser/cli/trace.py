"""`spec-parser trace`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spec_parser.cli.boxes import boxes_option
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, Sources, complain, profile_option
from spec_parser.model import Provenance

if TYPE_CHECKING:
    from spec_parser.pipeline import Parsed


@click.command(
    epilog="""\b
Examples:
  spec-parser trace 4978AR.txt --at 120                     what the 121st character became
  spec-parser trace 4978AR.txt --pointer /pay/hourly/min    where that value was read
  spec-parser trace 4978AR.txt --pointer /pay               where all values of the pay line were read
  spec-parser trace 4978AR.txt                              every value with its place

Exit status: 0 done; 2 the file could not be read, or has no such character or value."""
)
@click.argument("file")
@click.option("--at", "offsets", type=int, multiple=True, metavar="OFFSET", help="A character, counted from 0.")
@click.option("--pointer", "pointers", multiple=True, metavar="POINTER", help="A value, by its JSON Pointer.")
@boxes_option
@profile_option
@reading_options
def trace(
    file: str,
    *,
    offsets: tuple[int, ...],
    pointers: tuple[str, ...],
    boxes: Path | None,
    profile: str,
    reading: Reading,
) -> None:
    """Show what became of a character, or where a value comes from and by which rule."""
    sources = Sources((file,), profile, reading)
    status = 0
    for _, parsed in sources:
        if boxes is not None:
            sources.draw(file, parsed, boxes)
        for offset in offsets:
            if not _show_place(parsed, offset):
                complain(
                    f"{file}: has {len(parsed.document.text):,} characters, counted from 0; {offset} is none of them"
                )
                status = UNREADABLE
        for pointer in pointers or (() if offsets else ("",)):
            if not _show_values(parsed, pointer):
                complain(f"{file}: no value was read for {pointer}; `spec-parser trace {file}` lists those that were")
                status = UNREADABLE
    sys.exit(max(status, sources.status))


def _show_place(parsed: "Parsed", offset: int) -> bool:
    """Show what a character became; gives whether there is such a character."""
    try:
        place = parsed.at(offset)
    except IndexError:
        return False
    line = parsed.document.line_at(offset)
    character = parsed.document.text[offset]
    click.echo(
        f"{offset} {character!r} line {line.number}: {place.piece.kind} [{place.piece.start}, {place.piece.end})"
    )
    for value in place.values:
        _show_value(parsed, value.record, value.pointer, value.provenance)
    return True


def _show_values(parsed: "Parsed", pointer: str) -> bool:
    """Show the value at a pointer and all values within it; gives whether there is any."""
    found = False
    for number, record in enumerate(parsed.records):
        for at, provenance in record.provenance.items():
            if at == pointer or at.startswith(f"{pointer}/"):
                _show_value(parsed, number, at, provenance)
                found = True
    return found


def _show_value(parsed: "Parsed", number: int, pointer: str, provenance: Provenance) -> None:
    record = f"record {number + 1} " if len(parsed.records) > 1 else ""
    text = parsed.document.text
    places = " + ".join(
        f"line {span.line} [{span.start}, {span.end}) {text[span.start : span.end]!r}" for span in provenance.spans
    )
    click.echo(f"  {record}{pointer} = {provenance.rule} of {places}")
