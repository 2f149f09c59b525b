"""The options that say how files are read: limits, libraries, isolation."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from spec_parser.limits import DEFAULT, MEGABYTE, Limits
from spec_parser.readers.options import Options

_UNITS = {"": 1, "K": 1024, "M": MEGABYTE, "G": 1024 * MEGABYTE}
_SIZE = re.compile(r"(?i)(\d{1,12}(?:\.\d{1,6})?) ?([KMG]?)(?:i?B)?")


class Reading(NamedTuple):
    """How the files of a command are read."""

    limits: Limits
    how: Options
    isolated: bool


class _Size(click.ParamType[int]):
    """A number of bytes as people write it: 64MB, 1.5G, 100000."""

    name = "size"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes that are meant; K, M and G count 1,024 of each other."""
        if isinstance(value, int):
            return value
        found = _SIZE.fullmatch(value)
        size = int(float(found[1]) * _UNITS[found[2].upper()]) if found else 0
        if size < 1:
            self.fail(f"{value!r} is no size; write it as 64MB, 1.5GB or 100000.", param, ctx)
        return size


_OPTIONS = (
    click.option(
        "--max-bytes", type=_Size(), metavar="SIZE", default=DEFAULT.bytes, help="Refuse larger files.  [default: 64MB]"
    ),
    click.option(
        "--max-pages",
        type=click.IntRange(1),
        metavar="N",
        default=DEFAULT.pages,
        show_default=True,
        help="Refuse files of more pages.",
    ),
    click.option(
        "--timeout",
        type=click.FloatRange(0, min_open=True),
        metavar="SECONDS",
        default=DEFAULT.seconds,
        show_default=True,
        help="Give up a file that takes longer to read; so long for each page that is recognised from an image, four"
        " times for a conversion by LibreOffice.",
    ),
    click.option(
        "--max-memory",
        type=_Size(),
        metavar="SIZE",
        default=DEFAULT.memory,
        help="Give up a file that takes more memory to read.  [default: 512MB]",
    ),
    click.option(
        "--pdf-engine",
        type=click.Choice(["auto", "pdfium", "pdfplumber"]),
        default="auto",
        show_default=True,
        help="What reads PDF files; auto takes PDFium, and asks pdfplumber where that looks wrong.",
    ),
    click.option("--no-ocr", is_flag=True, help="Recognise nothing: refuse images and scans."),
    click.option(
        "--no-isolation",
        is_flag=True,
        help="Read files in this process, which a file made to do harm can take down; limits on time and memory do not"
        " hold.",
    ),
)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Options that the command gets as one argument `reading`."""

    @wraps(command)
    def collected(
        *arguments: Any,
        max_bytes: int,
        max_pages: int,
        timeout: float,
        max_memory: int,
        pdf_engine: Any,
        no_ocr: bool,
        no_isolation: bool,
        **options: Any,
    ) -> None:
        limits = DEFAULT._replace(bytes=max_bytes, pages=max_pages, seconds=timeout, memory=max_memory)
        reading = Reading(limits, Options(pdf_engine, ocr=not no_ocr), isolated=not no_isolation)
        command(*arguments, reading=reading, **options)

    for option in reversed(_OPTIONS):
        collected = option(collected)
    return collected
