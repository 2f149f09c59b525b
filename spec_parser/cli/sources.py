"""Reading the files that a command is given, one after the other, with one line for each that fails."""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spec_parser.cli.reading import Reading
from spec_parser.errors import FAULTS, ProfileError, SpecParserError, UnreadableError, fault
from spec_parser.readers.files import contents, naming

if TYPE_CHECKING:
    from spec_parser.document import Document
    from spec_parser.pipeline import Parsed

UNREADABLE = 2

files = click.argument("files", nargs=-1, required=True, metavar="FILE...")


def profile_option(command: click.decorators.FC) -> click.decorators.FC:
    """The option --profile."""
    return click.option(
        "--profile",
        default="us-ct",
        show_default=True,
        metavar="NAME|FILE",
        help="Whose specifications these are: the name of a shipped profile, or a TOML file.",
    )(command)


def complain(message: str) -> None:
    """One line on standard error."""
    click.echo(f"spec-parser: {message}", err=True)


def profile_of(value: str) -> str | Path:
    """A profile's name, or the path of its file."""
    return Path(value) if value.endswith(".toml") or "/" in value else value


class Sources:
    """The files of one command; `status` is 2 once one of them could not be read."""

    def __init__(self, names: tuple[str, ...], profile: str, reading: Reading, *, keep: bool = False) -> None:
        """`keep` says that `data` is asked for the bytes of each file."""
        self._names = names
        self._profile = profile_of(profile)
        self._reading = reading
        self._kept: dict[str, bytes] | None = {} if keep else None
        self.status = 0

    def data(self, name: str) -> bytes:
        """The bytes of a file that was given last; they are kept no longer."""
        return self._kept.pop(name) if self._kept is not None else b""

    def __iter__(self) -> Iterator[tuple[str, "Parsed"]]:
        """The name of each file that could be read, and what was read."""
        begun = self._begun()
        first = next(begun)  # a worker goes to work while what comes next is loaded
        from spec_parser.pipeline import Parser
        from spec_parser.profiles.loading import load

        try:
            parser = Parser(load(self._profile), self._reading.limits)
        except ProfileError as error:  # the same for every file: said once
            self._complain(str(error))
            return
        for name, document in chain([first], begun):
            try:
                with naming(name):
                    parsed = parser.understand(document())
            except SpecParserError as error:
                self._complain(str(error))
            except FAULTS as error:  # a fault of ours must not stop a batch, nor look like a fault of the file
                self._complain(f"{name}: {fault(error)}")
            else:
                yield name, parsed

    def draw(self, name: str, parsed: "Parsed", out: Path) -> None:
        """Draw the boxes of what was read from a file; say which images were written, or why none was."""
        from spec_parser.cli.boxes import write_boxes

        try:
            with naming(name):
                written = write_boxes(name, parsed, out, self._reading)
        except UnreadableError as error:
            self._complain(str(error))
        else:
            click.echo(f"spec-parser: wrote {', '.join(map(str, written))}", err=True)

    def _complain(self, message: str) -> None:
        complain(message)
        self.status = UNREADABLE

    def _begun(self) -> Iterator[tuple[str, Callable[[], "Document"]]]:
        """Each file with what gives its document. A worker reads the next file while one is understood."""
        before = None
        for name in self._names:
            if before is not None and name == "-":  # standard input may be long in coming
                yield before
                before = None
            begun = self._begin(name)
            if before is not None:
                yield before
            before = name, begun
        if before is not None:
            yield before

    def _begin(self, name: str) -> Callable[[], "Document"]:
        """What gives a file's document, or raises what is wrong with the file."""
        from spec_parser.readers import form, read_as

        limits, how, isolated = self._reading
        try:
            data = sys.stdin.buffer.read(limits.bytes + 1) if name == "-" else contents(Path(name), limits)
            if self._kept is not None:
                self._kept[name] = data
            kind = form(data, limits)
            label = name if name == "-" else Path(name).name
            if kind == "text" or not isolated:
                return partial(read_as, kind, data, name=label, limits=limits, how=how)
            from spec_parser import isolation

            if "spec_parser.pipeline" not in sys.modules:
                isolation.early()
            return isolation.begin(kind, data, name=label, limits=limits, how=how).document
        except UnreadableError as error:
            return partial(_raise, error)


def _raise(error: UnreadableError) -> "Document":
    raise error
