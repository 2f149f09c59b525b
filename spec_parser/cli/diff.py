"""`spec-parser diff`."""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from spec_parser.cli.contents import contents
from spec_parser.cli.differing import Outlet, outlet
from spec_parser.cli.reading import Reading, reading_options
from spec_parser.cli.sources import UNREADABLE, complain, profile_of, profile_option
from spec_parser.errors import SpecParserError, UnreadableError

if TYPE_CHECKING:
    from spec_parser.comparing import Compared, Numbered
    from spec_parser.comparing.matching import Matched
    from spec_parser.profiles.profile import Claim

_DIFFERENT = 1
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Format = Literal["text", "json", "html"]


@click.command(
    epilog="""\b
Examples:
  spec-parser diff old.txt new.docx             two specifications, in any form
  spec-parser diff 2021.json 2024.json          two records, or two revisions of an archive
  spec-parser diff archive-2023/ archive-2024/  two archives, class by class
  spec-parser diff s3://bucket/archive archive-2024/
  spec-parser diff duckdb:///specs.duckdb@2023-01-01 duckdb:///specs.duckdb@2024-01-01
  spec-parser diff old.txt new.docx --output-format html --out redline.html
  spec-parser diff old.txt new.txt --output-format json | jq .differences

\b
In the text that changed, what is deleted stands in [brackets] and what is new in {braces}; on a terminal both are in
colours (NO_COLOR=1 for none). The HTML page is a redline of the whole specification in the state's own convention:
[brackets] for what is deleted, underline for what is new.

Exit status: 0 done, different or not; with --exit-code 1 if they differ; 2 a file could not be read."""
)
@click.argument("old")
@click.argument("new")
@click.option(
    "--output-format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="For people at a terminal; one JSON object a pair, on a line; a web page.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; else standard output.")
@click.option("--exit-code", is_flag=True, help="Exit with 1 if there are differences.")
@profile_option
@reading_options
def diff(
    old: str, new: str, *, form: Format, out: Path | None, exit_code: bool, profile: str, reading: Reading
) -> None:
    """Show what differs between two class specifications, by meaning, and whether the new one says so.

    OLD and NEW are two files (specifications in any form, or records as JSON), two archives that `convert` wrote, here
    or in object storage, or two days of a warehouse; one of two files may be - for standard input. What differs is told
    by meaning and not by line: pay up by 3 %, nine years become eight, a duty reworded or moved, punctuation only.
    """
    try:
        different = _compare(old, new, outlet(form, out), profile, reading)
    except SpecParserError as error:
        complain(str(error))
        sys.exit(UNREADABLE)
    sys.exit(_DIFFERENT if exit_code and different else 0)


def _compare(old: str, new: str, shown: Outlet, profile: str, reading: Reading) -> bool:
    """Compare and show; gives whether there are differences."""
    from spec_parser.comparing import compare
    from spec_parser.profiles.loading import load

    claims = load(profile_of(profile)).claims
    different = False
    with shown:
        if _is_warehouse(old) or _is_warehouse(new):
            for one in _days(old, new, claims):
                different = True
                shown.revision(one)
            return different
        if _holds_files(old) or _holds_files(new):
            for one in _archives(old, new, profile):
                different = True
                shown.revision(one)
            return different
        for pair in _files(old, new, profile, reading):
            if pair.old is not None and pair.new is not None:
                comparison = compare(pair.old, pair.new, claims)
                different |= bool(comparison.differences)
                shown.comparison(comparison)
            else:
                different = True
                shown.alone(pair.old, pair.new)
    return different


def _files(old: str, new: str, profile: str, reading: Reading) -> "tuple[Matched, ...]":
    from spec_parser.comparing.matching import matched

    if old == new == "-":
        raise UnreadableError("-: standard input can be one of both only: give a file for the other")
    olds, news = (list(contents(name, profile_of(profile), reading)) for name in (old, new))
    return matched(olds, news)


def _days(old: str, new: str, claims: "Sequence[Claim]") -> "Iterator[Compared]":
    """What differs between two days of a warehouse."""
    from spec_parser.comparing import compare_streams

    return compare_streams(_standing(old), _standing(new), claims)


def _standing(place: str) -> "Iterator[Numbered]":
    from spec_parser.comparing import Identity
    from spec_parser.warehouse.standing import standing
    from spec_parser.warehouse.targets import filled

    url, _, day = place.rpartition("@")
    if not _DAY.fullmatch(day):
        message = f"{place}: names no day of a warehouse; write it as duckdb:///specs.duckdb@2024-11-07"
        raise UnreadableError(message)
    with filled(url) as target:
        for (jurisdiction, code), content in standing(target, day):
            yield Identity(jurisdiction, code, ""), content


def _is_warehouse(name: str) -> bool:
    from spec_parser.warehouse.targets import is_target

    return "://" in name and is_target(name)


def _holds_files(name: str) -> bool:
    """Whether this is a folder, or a place in object storage: there only archives are compared."""
    return "://" in name or Path(name).is_dir()


def _archives(old: str, new: str, profile: str) -> "Iterator[Compared]":
    from spec_parser.archive.finished import Finished
    from spec_parser.archive.names import RECORDS
    from spec_parser.comparing import compare_streams
    from spec_parser.comparing.archives import revisions
    from spec_parser.profiles.loading import load

    for place in (old, new):
        if not Finished(place).has(RECORDS):
            what = "is a folder without records.ndjson" if _holds_files(place) else "is no folder, and the other is one"
            raise UnreadableError(f"{place}: {what}; give two files, or two folders that `spec-parser convert` wrote")
    olds, news = (revisions(one.lines(RECORDS), one.path(RECORDS)) for one in (Finished(old), Finished(new)))
    return compare_streams(olds, news, load(profile_of(profile)).claims)
