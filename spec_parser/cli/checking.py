"""A run of `spec-parser check`: file after file is judged, mended where that is wanted, and told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from spec_parser.cli.reading import Reading
from spec_parser.cli.sources import UNREADABLE, Sources, complain, profile_of
from spec_parser.cli.terminal import columns
from spec_parser.errors import FAULTS, fault

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from spec_parser.cli.checks import Checks
    from spec_parser.document import Document
    from spec_parser.model import Severity
    from spec_parser.pipeline import Parsed
    from spec_parser.rules.configuration import Configuration
    from spec_parser.rules.notice import Notice
    from spec_parser.rules.reports import Checked
    from spec_parser.rules.rule import Rule

FOUND = 1


class Wishes(NamedTuple):
    """What was said on the command line; None and () where nothing was."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: "Severity" = "info"
    archive: "Path | None" = None
    baseline: "Path | None" = None
    today: "date | None" = None


class Command(NamedTuple):
    """What was asked for, but for what is checked and how files are read.

    Attributes:
        form: of the output.
        statistics: whether findings are only counted.
        fix: whether mends are made or shown.
        unsafe: those that want a person's eye too.
        diff: whether mends are only shown.
        author: of tracked changes; None for the configured one.
        date: of tracked changes.
        write_baseline: whether all findings are written down as known.
    """

    form: str = "text"
    statistics: bool = False
    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    author: str | None = None
    date: str | None = None
    write_baseline: bool = False


class Run:
    """One run.

    Args:
        names: of the files.
        profile: name or path of it.
        reading: how the files are read.
        wishes: what was said on the command line.
        configured: what spec-parser.toml says.
        command: what is done with the findings.
    """

    def __init__(
        self,
        names: Sequence[str],
        *,
        profile: str,
        reading: Reading,
        wishes: Wishes,
        configured: "Configuration",
        command: Command,
    ) -> None:
        self._names = names
        self._sources = Sources(tuple(names), profile, reading, keep=command.fix)
        self._profile = profile_of(profile)
        self._reading = reading
        self._wishes = wishes
        self._configured = configured
        self._command = command
        self._checked: list[Checked] = []
        self._mended = 0
        self._faults = 0

    def status(self) -> int:
        """Check all files and tell what was found; gives the exit status."""
        from spec_parser.rules.reports import Checked

        checks: Checks | None = None
        for name, parsed in self._sources:
            if checks is None:  # once a worker is reading: what is loaded here takes longer than a file
                checks = self._checks()
            try:
                document, notices = self._of(name, parsed, checks)
            except FAULTS as error:  # a fault of ours costs one file
                complain(f"{name}: {fault(error)}")
                self._faults = UNREADABLE
                continue
            self._tell(Checked(name, document, notices))
        of_suppressions = checks.afterwards() if checks is not None else None
        if of_suppressions is not None:
            self._tell(of_suppressions)
        self._close(checks)
        unread = self._sources.status or self._faults
        found = any(notice.severity != "info" for one in self._checked for notice in one.notices)
        return unread or (FOUND if found and not self._command.write_baseline else 0)

    def _checks(self) -> "Checks":
        from spec_parser.cli.checks import Checks

        known = not self._command.write_baseline
        return Checks(self._wishes, self._configured, self._profile, known=known)

    def _of(self, name: str, parsed: "Parsed", checks: "Checks") -> "tuple[Document, tuple[Notice, ...]]":
        """The findings that are left on a file, and the document on which they are."""
        checks.see(parsed)
        if not self._command.fix:
            return parsed.document, checks.judge(parsed)
        from spec_parser.cli.fixing import Fixing, fix
        from spec_parser.pipeline import Parser
        from spec_parser.profiles.loading import load
        from spec_parser.rules.rewriting.tracked import Author

        limits, how, isolated = self._reading
        parser = Parser(load(self._profile), limits, how=how, isolated=isolated)
        author = Author(self._command.author or self._configured.check.author or Author().name, self._command.date)
        fixing = Fixing(self._command.unsafe, self._command.diff, author)
        fixed = fix(name, self._sources.data(name), parsed, read=parser.parse, judge=checks.judge, fixing=fixing)
        self._mended += len(fixed.made)
        if self._command.diff:  # nothing was written: all that was found is still there
            return parsed.document, checks.judge(parsed)
        return fixed.document, fixed.left

    def _tell(self, checked: "Checked") -> None:
        """Show what was found on a file, where it is shown file by file."""
        self._checked.append(checked)
        command = self._command
        if command.form != "text" or command.statistics or command.diff or command.write_baseline:
            return
        if not checked.notices:
            return
        from spec_parser.rules.reports.text import finding

        width = columns()
        for notice in checked.notices:
            self._say("\n".join(finding(checked, notice, width)) + "\n")

    def _close(self, checks: "Checks | None") -> None:
        """What is told of all files together."""
        if self._command.write_baseline and checks is not None:
            self._write_baseline()
            return
        house = [] if checks is None else [one.rule for one in checks.house]
        if self._command.form != "text":
            click.echo(self._report(house), nl=False)
            return
        from spec_parser.rules.reports import summary

        if self._command.statistics and any(one.notices for one in self._checked):
            self._say(summary.statistics(self._checked, house))
        if self._checked:
            known = 0 if checks is None else checks.known
            self._say(summary.summary(self._checked, known=known, mended=0 if self._command.diff else self._mended))

    def _report(self, house: "Sequence[Rule]") -> str:
        """The findings on all files as one text."""
        form = self._command.form
        if form == "sarif":
            from spec_parser.rules.reports import sarif

            return sarif.report(self._checked, house)
        if form == "html":
            from spec_parser.rules.reports import html

            return html.report(self._checked, house)
        from spec_parser.rules.reports import github, json

        return github.report(self._checked) if form == "github" else json.report(self._checked)

    def _write_baseline(self) -> None:
        from spec_parser.cli.checks import baseline_path
        from spec_parser.cli.fixing import write
        from spec_parser.rules.baseline import baseline

        path = baseline_path(self._wishes, self._configured)
        write(path, baseline(self._checked))
        count = sum(len(one.notices) for one in self._checked)
        complain(f"wrote {count:,} finding{'s' * (count != 1)} to {path}: they are left out from now on")

    def _say(self, text: str) -> None:
        """To standard output, unless the mended text goes there."""
        goes_there = self._command.fix and not self._command.diff and "-" in self._names
        click.echo(text, err=goes_there or self._command.diff)
