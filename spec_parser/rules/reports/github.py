"""Findings as GitHub Actions shows them beside the lines of a pull request."""

from collections.abc import Iterable

from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import Checked

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def report(files: Iterable[Checked]) -> str:
    """A workflow command a finding."""
    return "".join(f"{_command(one, notice)}\n" for one in files for notice in one.notices)


def _command(checked: Checked, notice: Notice) -> str:
    where = {"file": checked.name}
    if notice.line is not None and checked.document.media_type == "text/plain":
        span = notice.spans[0]
        last = checked.document.line_at(max(span.end - 1, span.start))
        where |= {
            "line": str(notice.line),
            "endLine": str(last.number),
            "col": str(span.start - checked.document.line_at(span.start).start + 1),
            "endColumn": str(span.end - last.start + 1),
        }
    where["title"] = notice.code
    settings = ",".join(f"{name}={_property(value)}" for name, value in where.items())
    return f"::{_COMMANDS[notice.severity]} {settings}::{_data(notice.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
