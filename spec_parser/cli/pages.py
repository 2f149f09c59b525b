"""Where `spec-parser render` writes: standard output, a file, a folder."""

import sys
from collections import Counter
from pathlib import Path
from typing import Literal

from spec_parser.errors import SpecParserError
from spec_parser.model import Content
from spec_parser.render import render_text

Form = Literal["text", "html", "docx"]

_ENDINGS: dict[Form, str] = {"text": "txt", "html": "html", "docx": "docx"}


class OutputError(SpecParserError):
    """A page cannot be written where it was asked for."""


def page(content: Content, form: Form, dialect: str, width: int | None) -> bytes:
    """A page as the bytes of its file."""
    if form == "html":
        from spec_parser.render.html import render_html

        return render_html(content).encode()
    if form == "docx":
        from spec_parser.render.word import render_docx

        return render_docx(content)
    return render_text(content, dialect, width=width).encode()


def terminal() -> bool:
    """Whether someone looks at standard output."""
    return sys.stdout.isatty()


class StandardOutput:
    """Pages one after the other; of a form of which a file holds only one, one."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._written = False

    def write(self, _: Content, data: bytes) -> None:
        """Print a page.

        Raises:
            OutputError: it is a second one, or no text and would go to a terminal.
        """
        if self._form == "docx" and terminal():
            raise OutputError("a Word file is not for a terminal: give --out FILE.docx, or redirect to a file")
        if self._written and self._form != "text":
            raise OutputError(f"there are several records and a {self._form} file holds one: give --out FOLDER/")
        sys.stdout.buffer.write(data + _between(self._form))
        sys.stdout.buffer.flush()
        self._written = True


class OneFile:
    """A file for all pages; of a form of which a file holds only one, for one."""

    def __init__(self, path: Path, form: Form) -> None:
        self._path = path
        self._form = form
        self._written = False

    def write(self, _: Content, data: bytes) -> None:
        """Write a page, text below what stands there already from this run.

        Raises:
            OutputError: it is a second one, or the file cannot be written.
        """
        if self._written and self._form != "text":
            raise OutputError(f"there are several records and a {self._form} file holds one: give --out FOLDER/")
        _write(self._path, data + _between(self._form), more=self._written)
        self._written = True


class Folder:
    """A file a page, named by the class code; further ones of one code are numbered."""

    def __init__(self, path: Path, form: Form) -> None:
        self._path = path
        self._form = form
        self._names = Counter[str]()

    def write(self, content: Content, data: bytes) -> None:
        """Write a page.

        Raises:
            OutputError: its file cannot be written.
        """
        stem = "".join(one for one in content.job_class.code or "" if one.isalnum()) or "untitled"
        self._names[stem] += 1
        number = f"-{self._names[stem]}" if self._names[stem] > 1 else ""
        _write(self._path / f"{stem}{number}.{_ENDINGS[self._form]}", data)


def _between(form: Form) -> bytes:
    """A blank line between pages of plain text."""
    return b"\n" if form == "text" else b""


def _write(path: Path, data: bytes, *, more: bool = False) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab" if more else "wb") as file:
            file.write(data)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror or error}") from error
