"""Writing what `spec-parser check --fix` has mended: in place, as a copy, or as a comparison."""

import difflib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from spec_parser.cli.sources import complain
from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.rules.mending import Mended, fitting, mend
from spec_parser.rules.notice import Notice

if TYPE_CHECKING:
    from spec_parser.pipeline import Parsed
    from spec_parser.rules.rewriting.tracked import Author

_WORD = "wordprocessingml"


class Fixing(NamedTuple):
    """What is mended and where it goes.

    Attributes:
        unsafe: mends that want a person's eye are made too.
        diff: nothing is written: what would be is shown.
        author: of tracked changes.
    """

    unsafe: bool
    diff: bool
    author: "Author"


class Fixed(NamedTuple):
    """A file after it was mended."""

    document: Document
    made: tuple[Notice, ...]
    left: tuple[Notice, ...]


def fix(
    name: str,
    data: bytes,
    parsed: "Parsed",
    *,
    read: Callable[[bytes], "Parsed"],
    judge: Callable[["Parsed"], tuple[Notice, ...]],
    fixing: Fixing,
) -> Fixed:
    """Mend a file by the findings on it, and write it.

    A text is mended in place, a Word file as a copy NAME.mended.docx with tracked changes; of any other file the mended
    text goes to NAME.mended.txt. What came from standard input goes to standard output.
    """
    before = parsed.document.text
    media_type = parsed.document.media_type
    if media_type == "text/plain":
        done: Mended[bytes] = mend(data, read, judge, _text, unsafe=fixing.unsafe)
        target = None if name == "-" else Path(name)
    elif _WORD in media_type:
        done = mend(data, read, judge, _word(fixing.author), unsafe=fixing.unsafe)
        target = None if name == "-" else Path(name).with_suffix(f".mended{Path(name).suffix}")
    else:
        return _text_of(name, parsed, judge(parsed), fixing)
    if fixing.diff:
        _show(name, before, done.document.text)
    elif target is None:
        sys.stdout.buffer.write(done.data)
    elif done.made:
        _write(target, done.data, done.made)
    return Fixed(done.document, done.made, done.left)


def _text_of(name: str, parsed: "Parsed", notices: tuple[Notice, ...], fixing: Fixing) -> Fixed:
    """The text of a file that cannot be written itself, with one round of mends: read again it would show less."""
    from spec_parser.rules.mending import write_text

    made = fitting(notices, unsafe=fixing.unsafe)
    text, _ = write_text(parsed.document.text, parsed.document, made)
    text = text if text.endswith("\n") else f"{text}\n"
    if fixing.diff:
        _show(name, parsed.document.text, text)
    elif name == "-":
        sys.stdout.buffer.write(text.encode())
    elif made:
        _write(Path(name).with_suffix(".mended.txt"), text.encode(), made)
    return Fixed(parsed.document, made, tuple(notice for notice in notices if notice not in made))


def _text(data: bytes, document: Document, notices: Sequence[Notice]) -> tuple[bytes, Sequence[Notice]]:
    from spec_parser.rules.rewriting.text import rewritten

    return rewritten(data, document, notices)


def _word(author: "Author") -> Callable[[bytes, Document, Sequence[Notice]], tuple[bytes, Sequence[Notice]]]:
    def write(data: bytes, document: Document, notices: Sequence[Notice]) -> tuple[bytes, Sequence[Notice]]:
        from spec_parser.rules.rewriting.word import rewritten

        return rewritten(data, document, notices, author)

    return write


def _write(target: Path, data: bytes, made: Sequence[Notice]) -> None:
    write(target, data)
    complain(f"mended {len(made):,} finding{'s' * (len(made) != 1)} in {target}")


def write(target: Path, data: bytes) -> None:
    """Write a file aside, then give it its name; one that was there before keeps its rights.

    Raises:
        UnreadableError: it cannot be written.
    """
    target = target.resolve()  # a link stays a link
    aside = target.with_name(f".{target.name}.part")
    try:
        aside.write_bytes(data)
        if target.exists():
            aside.chmod(target.stat().st_mode & 0o777)
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise UnreadableError(f"{target}: cannot be written: {error.strerror}") from error


def _show(name: str, before: str, after: str) -> None:
    for line in _difference(name, before, after):
        colour = {"+": "green", "-": "red", "@": "cyan"}.get(line[:1])
        click.echo(click.style(line, fg=colour) if colour else line)


def _difference(name: str, before: str, after: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (mended)", lineterm="", n=1)
    yield from lines
