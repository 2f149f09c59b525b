"""How `spec-parser diff` shows what it finds: as text, as JSON, as a web page; to standard output or a file."""

import os
import sys
from abc import ABC, abstractmethod
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Literal

import msgspec

from spec_parser.cli.pages import OutputError, terminal
from spec_parser.cli.summary import width

if TYPE_CHECKING:
    from spec_parser.comparing import Compared, Comparison
    from spec_parser.comparing.plain import ComparedLine
    from spec_parser.model import Content


def outlet(form: Literal["text", "json", "html"], out: Path | None) -> "Outlet":
    """What shows differences in that form; it writes to a file that gets its name when it is whole."""
    if form == "text":
        return _Text(out)
    return _Json(out) if form == "json" else _Page(out)


class Outlet(ABC):
    """Shows one comparison after the other."""

    def __init__(self, out: Path | None) -> None:
        self._out = out
        self._file: IO[bytes] = sys.stdout.buffer

    def __enter__(self) -> "Outlet":
        if self._out is not None:
            try:
                self._file = _aside(self._out).open("wb")
            except OSError as error:
                raise OutputError(f"{self._out}: cannot be written: {error.strerror or error}") from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.end()
        self._file.flush()
        if self._out is not None:
            self._file.close()
            if kind is None:
                _aside(self._out).replace(self._out)
            else:
                _aside(self._out).unlink(missing_ok=True)

    def write(self, text: str) -> None:
        """A piece of the output."""
        self._file.write(text.encode())

    @abstractmethod
    def comparison(self, comparison: "Comparison") -> None:
        """Two specifications."""

    @abstractmethod
    def alone(self, old: "Content | None", new: "Content | None") -> None:
        """A specification of one file that the other has not."""

    @abstractmethod
    def revision(self, compared: "Compared") -> None:
        """What became of a revision of an archive."""

    def end(self) -> None:  # noqa: B027 - most have nothing to say
        """What stands below all."""


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.part")


class _Text(Outlet):
    def __init__(self, out: Path | None) -> None:
        from spec_parser.comparing.terminal import Look

        super().__init__(out)
        colours = out is None and terminal() and not os.environ.get("NO_COLOR")
        self._look = Look(colours, max(min(width(), 120), 40) if out is None else 100)
        self._counts = Counter[str]()
        self._begun = False

    def comparison(self, comparison: "Comparison") -> None:
        from spec_parser.comparing.terminal import lines

        if self._begun:
            self.write("\n\n")
        self._begun = True
        self.write("".join(f"{line}\n" for line in lines(comparison, self._look)))

    def alone(self, old: "Content | None", new: "Content | None") -> None:
        from spec_parser.comparing.words import class_name

        self.write("\n" * self._begun)
        self._begun = True
        if new is not None:
            self.write(f"{class_name(new)}: only in the new file\n")
        elif old is not None:
            self.write(f"{class_name(old)}: only in the old file\n")

    def revision(self, compared: "Compared") -> None:
        self._counts[compared.kind] += 1
        before = "" if compared.before is None else f", compared with {compared.before.revision}"
        self.write("\n" * self._begun + f"{compared.identity.text}: {compared.kind}{before}\n")
        self._begun = False
        if compared.comparison is not None:
            self.comparison(compared.comparison)
        self._begun = True

    def end(self) -> None:
        if self._counts:
            self.write("\n" + ", ".join(f"{kind} {count:,}" for kind, count in sorted(self._counts.items())) + ".\n")
        elif not self._begun:
            self.write("No differences.\n")


class _Json(Outlet):
    def comparison(self, comparison: "Comparison") -> None:
        from spec_parser.comparing.plain import compared_line

        self._line(compared_line(comparison))

    def alone(self, old: "Content | None", new: "Content | None") -> None:
        from spec_parser.comparing.plain import alone_line

        self._line(alone_line(old, new))

    def revision(self, compared: "Compared") -> None:
        from spec_parser.comparing.plain import revision_line

        self._line(revision_line(compared))

    def _line(self, line: "ComparedLine") -> None:
        self._file.write(msgspec.json.encode(line) + b"\n")


class _Page(Outlet):
    def __init__(self, out: Path | None) -> None:
        super().__init__(out)
        self._count = 0

    def comparison(self, comparison: "Comparison") -> None:
        self._redline(comparison, None)

    def alone(self, old: "Content | None", new: "Content | None") -> None:
        from spec_parser.comparing.redline import remark
        from spec_parser.comparing.words import class_name

        self._open()
        for content, where in ((old, "old"), (new, "new")):
            if content is not None:
                self.write(remark(f"{class_name(content)}: only in the {where} file."))

    def revision(self, compared: "Compared") -> None:
        from spec_parser.comparing.redline import remark

        before = "" if compared.before is None else f", compared with {compared.before.revision}"
        if compared.comparison is not None:
            self._redline(compared.comparison, f"{compared.identity.text}: {compared.kind}{before}")
        else:
            self._open()
            self.write(remark(f"{compared.identity.text}: {compared.kind}."))

    def end(self) -> None:
        from spec_parser.comparing.redline import FOOT, remark

        if not self._count:
            self._open()
            self.write(remark("No differences."))
        self.write(FOOT)

    def _open(self, title: str = "What differs") -> None:
        from spec_parser.comparing.redline import head

        if not self._count:
            self.write(head(title))
        self._count += 1

    def _redline(self, comparison: "Comparison", remark: str | None) -> None:
        from spec_parser.comparing.redline import redline
        from spec_parser.comparing.words import class_name

        self._open(f"Redline of {class_name(comparison.new)}" if remark is None else "What differs")
        self.write(redline(comparison, self._count, remark))
