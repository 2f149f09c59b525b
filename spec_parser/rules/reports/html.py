"""Findings as a page of one file, for the analyst who mends a specification and whoever signs it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from itertools import chain
from pathlib import Path, PurePath

from spec_parser.findings import counted
from spec_parser.rules import RULES_VERSION
from spec_parser.rules.explanations import meaning, rule_of
from spec_parser.rules.markdown import to_html
from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import NOUNS, Checked
from spec_parser.rules.reports.excerpts import Shown, excerpt
from spec_parser.rules.rule import Rule

_STYLE = Path(__file__).with_name("style.css")
_WHOLE = 100_000
"""Lines are shown whole: a browser breaks them."""


def report(files: Sequence[Checked], house: Sequence[Rule] = ()) -> str:
    """The page. `house` are the rules of the office itself."""
    codes = sorted({notice.code for one in files for notice in one.notices})
    parts = [
        _head(files),
        *[_file(number, name, one) for number, (name, one) in enumerate(zip(_names(files), files, strict=True))],
        _rules(codes, house) if codes else "",
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>Class specifications: what was checked</title>\n"
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n{''.join(parts)}</body>\n</html>\n"
    )


def _head(files: Sequence[Checked]) -> str:
    counts = Counter(notice.severity for notice in chain.from_iterable(one.notices for one in files))
    tiles = "".join(_tile(counts[severity], one, several, severity) for severity, (one, several) in NOUNS.items())
    clean = sum(not one.notices for one in files)
    said = counted(len(files), "One file was checked.", "{:,} files were checked.")
    if clean:
        said += counted(clean, " In one nothing was found.", " In {:,} nothing was found.")
    names = _names(files)
    contents = "".join(
        f'<li><a href="#file-{number}">{escape(name)}</a> <small>{_counts(one) or "nothing found"}</small></li>'
        for number, (name, one) in enumerate(zip(names, files, strict=True))
    )
    listed = f"<nav><ol>{contents}</ol></nav>" if len(files) > 1 else ""
    return (
        f"<header><h1>Class specifications checked</h1><p>{said}"
        f" Version {RULES_VERSION} of the rules.</p></header>\n"
        f'<div class="tiles">{_tile(len(files), "file", "files")}{tiles}</div>\n{listed}'
    )


def _tile(count: int, one: str, several: str, name: str = "files") -> str:
    return f'<div class="{name}"><b>{count:,}</b><span>{one if count == 1 else several}</span></div>'


def _names(files: Sequence[Checked]) -> list[str]:
    """The files' names without the folder that all of them share."""
    paths = [PurePath(one.name) for one in files]
    shared = min((len(path.parts) - 1 for path in paths), default=0)
    while shared and len({path.parts[:shared] for path in paths}) > 1:
        shared -= 1
    return [PurePath(*path.parts[shared:]).as_posix() for path in paths]


def _file(number: int, name: str, checked: Checked) -> str:
    found = "".join(_finding(checked, notice) for notice in checked.notices) or '<p class="none">Nothing found.</p>'
    return (
        f'<section id="file-{number}"><h2>{escape(name)}</h2><p class="none">{_counts(checked)}</p>{found}</section>\n'
    )


def _counts(checked: Checked) -> str:
    counts = Counter(notice.severity for notice in checked.notices)
    return ", ".join(
        counted(counts[severity], f"1 {one}", f"{{:,}} {several}")
        for severity, (one, several) in NOUNS.items()
        if counts[severity]
    )


def _finding(checked: Checked, notice: Notice) -> str:
    lines = excerpt(checked.document, notice.stretches, _WHOLE)
    shown = f"<pre>{''.join(_line(line) for line in lines)}</pre>" if lines else ""
    return (
        f'<article class="{notice.severity}"><h3><span class="pill">{notice.severity}</span>'
        f' <a href="#{notice.code}"><code>{notice.code}</code></a></h3>'
        f"<p>{escape(notice.message)}</p>{shown}{_mend(checked, notice)}</article>"
    )


def _line(line: Shown) -> str:
    if line.number is None:
        return '<span class="gap">⋮</span>\n'
    return f'<span class="line"><span class="number">{line.number}</span><span>{"".join(_marked(line))}</span></span>'


def _marked(line: Shown) -> Iterator[str]:
    at = 0
    for start, end in line.marks:
        yield escape(line.text[at:start])
        yield f"<mark>{escape(line.text[start:end]) or '&#8203;'}</mark>"
        at = max(at, end)
    yield escape(line.text[at:])


def _mend(checked: Checked, notice: Notice) -> str:
    """What to write, with what it replaces."""
    if notice.mend is None:
        return ""
    care = "" if notice.mend.safe else " <small>(look at it first)</small>"
    said = []
    for old, new in notice.changes(checked.document.text):
        written = f"<ins>{escape(new)}</ins>" if new.strip() else "nothing"
        said.append(f'<p class="mend">Instead of <del>{escape(old)}</del> write {written}{care}</p>')
    return "".join(said)


def _rules(codes: Sequence[str], house: Sequence[Rule]) -> str:
    entries = "".join(f'<dt id="{code}"><code>{code}</code></dt><dd>{_rule(code, house)}</dd>' for code in codes)
    return f'<section class="rules"><h2>Why</h2><dl>{entries}</dl></section>\n'


def _rule(code: str, house: Sequence[Rule]) -> str:
    rule = rule_of(code, house)
    if rule is None:
        return f"<p>{escape(meaning(code, house))}</p>"
    return f"<p><b>{escape(rule.summary)}</b></p>{to_html(rule.details)}{to_html(rule.reason)}"
