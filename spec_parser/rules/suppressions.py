"""Findings that an office has decided to live with: code, class, reason, owner, and until when."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from spec_parser.document import Document
from spec_parser.errors import ConfigurationError
from spec_parser.limits import DEFAULT
from spec_parser.model import Severity
from spec_parser.readers import text as text_reader
from spec_parser.rules.catalogue import meant
from spec_parser.rules.notice import Notice
from spec_parser.rules.own import OWN
from spec_parser.rules.reports import Checked
from spec_parser.rules.written import read
from spec_parser.rules.yaml_files import entries, typed

FILE = "spec-parser.suppressions.yaml"
_Said = Annotated[str, Meta(min_length=1)]


class Suppression(Struct, frozen=True, forbid_unknown_fields=True, rename={"job_class": "class"}):
    """One decision.

    Attributes:
        code: of the finding: a rule, a family, a finding of parsing.
        job_class: code of the class.
        reason: why the finding is lived with.
        owner: who answers for that.
        expires: the last day on which it holds.
        text: what is marked, where only one of several findings is meant.
    """

    code: _Said
    job_class: _Said
    reason: _Said
    owner: _Said
    expires: date
    text: str | None = None


class Suppressions:
    """The decisions of one file. Knows, after files were checked, which of them left nothing out.

    Raises:
        ConfigurationError: the file does not hold what it must.
    """

    def __init__(self, path: Path, today: date, more: Iterable[str] = ()) -> None:
        """`more` are codes of house rules."""
        text = read(path)
        self._path = path
        self._today = today
        self._document: Document | None = None
        self._text = text
        self._known = [(entry.line, typed(path, entry, Suppression)) for entry in entries(path, text)]
        self._codes: list[frozenset[str]] = []
        for line, one in self._known:
            try:
                self._codes.append(frozenset(meant(one.code, tuple(more))))
            except ConfigurationError as error:
                raise ConfigurationError(f"{path}: line {line}: code: {error}") from error
        self._used: set[int] = set()
        self._classes: set[str] = set()

    def left(self, document: Document, notices: Iterable[Notice]) -> tuple[Notice, ...]:
        """The findings on a file that no decision is about."""
        return tuple(notice for notice in notices if not self._leaves_out(document, notice))

    def see(self, classes: Iterable[str | None]) -> None:
        """Take note of the classes that were checked: only decisions on these can be unused."""
        self._classes.update(code for code in classes if code is not None)

    def checked(self, codes: frozenset[str], severities: "dict[str, Severity]") -> Checked | None:
        """What is to be said of the file itself: decisions that are past their day, or leave out nothing.

        Args:
            codes: that are switched on: a decision on others may well leave out nothing.
            severities: by code, where they were settled otherwise.
        """
        document = text_reader.read(self._text, name=self._path.name, limits=DEFAULT)
        found: list[Notice] = []
        for number, (line, one) in enumerate(self._known):
            code = self._remark(number, one, codes)
            if code is not None and code in codes:
                said = f"{one.code} of {one.job_class} ({one.owner})"
                message = (
                    f"The suppression of {said} held until {one.expires}: decide anew, or mend the text."
                    if code == "suppression-expired"
                    else f"The suppression of {said} leaves out nothing: take it out."
                )
                place = next(place for place in document.lines if place.number == line)
                span = document.span((place.start, max(place.end, place.start + 1)))
                severity = severities.get(code, OWN[code].severity)
                found.append(Notice(code, severity, message, None, (span,), job_class=one.job_class))
        return Checked(str(self._path), document, tuple(found)) if found else None

    def _remark(self, number: int, one: Suppression, codes: frozenset[str]) -> str | None:
        if one.job_class not in self._classes:
            return None
        if one.expires < self._today:
            return "suppression-expired"
        return "suppression-unused" if number not in self._used and self._codes[number] & codes else None

    def _leaves_out(self, document: Document, notice: Notice) -> bool:
        for number, (_, one) in enumerate(self._known):
            if (
                notice.code in self._codes[number]
                and notice.job_class == one.job_class
                and one.expires >= self._today
                and (one.text is None or one.text in _marked(document, notice))
            ):
                self._used.add(number)
                return True
        return False


def _marked(document: Document, notice: Notice) -> str:
    return " ".join(" ".join(document.text[start:end] for start, end in notice.stretches).split())
