"""The option --debug-boxes: the boxes of all values, drawn on the images of their pages."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from spec_parser.cli.reading import Reading
from spec_parser.errors import UnreadableError
from spec_parser.readers.files import contents

if TYPE_CHECKING:
    from spec_parser.pipeline import Parsed
    from spec_parser.render.painting import Order, Painted

_RUN = "from spec_parser.cli.boxes import main; main()"


def boxes_option(command: Callable[..., None]) -> Callable[..., None]:
    """The option --debug-boxes."""
    return click.option(
        "--debug-boxes",
        "boxes",
        type=click.Path(path_type=Path),
        metavar="PNG|FOLDER",
        help="Draw the boxes of all values on the images of their pages (PDF files and scans).",
    )(command)


def write_boxes(name: str, parsed: "Parsed", out: Path, reading: Reading) -> list[Path]:
    """Draw the boxes of what was read from a file; gives the files that were written.

    Args:
        name: the file's path.
        parsed: what was read from it.
        out: a PNG file, or a folder for the pages of any number of files. Of several pages each is a PNG file of its
            own, with its number at the end of its name.
        reading: limits, and whether the file is opened in this process.

    Raises:
        UnreadableError: its pages cannot be drawn, or the images cannot be written.
    """
    from spec_parser.render.boxes import sheets
    from spec_parser.render.painting import Order, can_be_painted, painted

    document = parsed.document
    if name == "-" or not can_be_painted(document.media_type):
        raise UnreadableError("has no pages to draw boxes on: --debug-boxes is for PDF files and images by their names")
    found = sheets(parsed.records)
    order = Order(contents(Path(name), reading.limits), document.media_type, found, Path(name).name, reading.limits)
    images = _painted_apart(order) if reading.isolated else list(painted(order))
    written: list[Path] = []
    try:
        for page, png in images:
            path = _path(out, Path(name), page, alone=len(images) == 1)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(png)
            written.append(path)
    except OSError as error:
        raise UnreadableError(f"has boxes that cannot be written to {out}: {error.strerror or error}") from error
    return written


def _path(out: Path, name: Path, page: int, *, alone: bool) -> Path:
    if out.suffix.lower() != ".png":
        return out / f"{name.name}-{page}.png"
    return out if alone else out.with_name(f"{out.stem}-{page}{out.suffix}")


def _painted_apart(order: "Order") -> "list[Painted]":
    """The images from a process of their own: whatever the file does to what draws it, this one goes on."""
    import subprocess

    from spec_parser.render.painting import Painted

    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter
            [sys.executable, "-c", _RUN],
            input=msgspec.msgpack.encode(order),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=order.limits.seconds,
            check=True,
        )
        return msgspec.msgpack.decode(done.stdout, type=list[Painted])
    except (OSError, subprocess.SubprocessError, msgspec.DecodeError) as error:
        raise UnreadableError("has pages that cannot be drawn within the limits: print it to a new PDF file") from error


def main() -> None:
    """Draw what is ordered on standard input, within the limits on memory and time; PNG files on standard output."""
    from spec_parser.isolation import confinement
    from spec_parser.render.painting import Order, painted

    confinement.confine()
    order = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Order)
    confinement.allow_memory(order.limits.memory)
    confinement.allow_seconds(order.limits.seconds)
    sys.stdout.buffer.write(msgspec.msgpack.encode(list(painted(order))))
