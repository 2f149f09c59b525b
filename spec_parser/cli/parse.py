"""`spec-parser parse`."""

import sys
from pathlib import Path

import click
import msgspec

from spec_parser.cli.boxes import boxes_option
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import Sources, files, profile_option
from spec_parser.cli.summary import Summary


@click.command(
    epilog="""\b
Examples:
  spec-parser parse 4978AR.txt                one compact JSON record a line
  spec-parser parse 4978AR.txt --pretty       the same, indented
  spec-parser parse --summary corpus/*.txt > build/records.ndjson
  spec-parser parse 4978AR.txt | jq .duties
  spec-parser parse 4978AR.pdf --debug-boxes boxes.png

A file that cannot be read, or is no class specification, costs one line on standard error; the others go on.
Exit status: 0 all files were read; 2 at least one was not."""
)
@files
@click.option("--pretty", is_flag=True, help="Indent the records.")
@click.option("--summary", is_flag=True, help="Afterwards, a table of what was read, on standard error.")
@boxes_option
@profile_option
@reading_options
def parse(
    files: tuple[str, ...], *, pretty: bool, summary: bool, boxes: Path | None, profile: str, reading: Reading
) -> None:
    """Turn class specifications into JSON records on standard output.

    FILE is a text, a web page, a PDF file, a Word file or an image, whatever its name; - is standard input.
    """
    sources = Sources(files, profile, reading)
    table = Summary()
    for name, parsed in sources:
        lines = parsed.to_json()
        if pretty:
            lines = b"".join(msgspec.json.format(line, indent=2) + b"\n" for line in lines.splitlines())
        sys.stdout.buffer.write(lines)
        if summary:
            table.add(name, parsed)
        if boxes is not None:
            sources.draw(name, parsed, boxes)
    sys.stdout.buffer.flush()
    if summary:
        table.show()
    sys.exit(sources.status)
