"""Reading the files that a command is given, one after the other, with one line for each that fails."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from spec_parser.errors import ProfileError, SpecParserError
from spec_parser.pipeline import Parsed, parse

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

    def __init__(self, names: tuple[str, ...], profile: str) -> None:
        self._names = names
        self._profile = profile_of(profile)
        self.status = 0

    def __iter__(self) -> Iterator[tuple[str, Parsed]]:
        """The name of each file that could be read, and what was read."""
        for name in self._names:
            try:
                if name == "-":
                    yield name, parse(sys.stdin.buffer.read(), name="-", profile=self._profile)
                else:
                    yield name, parse(Path(name), profile=self._profile)
            except ProfileError as error:  # the same for every file: said once
                complain(str(error))
                self.status = UNREADABLE
                return
            except SpecParserError as error:
                complain(str(error))
                self.status = UNREADABLE
            except (
                RuntimeError,
                ValueError,
                TypeError,
                LookupError,
                AttributeError,
                ArithmeticError,
                MemoryError,
            ) as error:
                # A fault of ours must not stop a batch, nor look like a fault of the file.
                complain(
                    f"{name}: a fault of spec-parser ({type(error).__name__}: {error}); please report it with the file"
                )
                self.status = UNREADABLE
