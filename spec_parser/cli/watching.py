"""What a conversion shows while it runs: a live line on a terminal, log lines elsewhere, JSON lines for programs."""

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import click
import msgspec

from spec_parser.archive.progress import Summary
from spec_parser.archive.shards import Shard

# Seconds between two log lines.
_LOGGED_EVERY = 5.0
_OUTCOMES = {
    "converted": "converted",
    "refused": "in quarantine",
    "unreadable": "could not be read",
}


class Watcher:
    """Counts what a conversion does; each kind of it shows that in its own way."""

    def __init__(self) -> None:
        self.sources = self.unconverted = self.records = self.findings = self.revisions = 0
        self.outcomes: Counter[str] = Counter()
        self._began = monotonic()

    @property
    def done_so_far(self) -> int:
        """How many sources were converted or refused in this run."""
        return sum(self.outcomes.values())

    @property
    def rate(self) -> float:
        """Sources a second."""
        return self.done_so_far / max(monotonic() - self._began, 1e-6)

    @property
    def left(self) -> float:
        """Seconds left, if the rate holds."""
        return (self.unconverted - self.done_so_far) / self.rate if self.done_so_far else 0.0

    def found(self, sources: int, unconverted: int) -> None:
        """So many sources were found so far, and so many of them are to be converted."""
        self.sources, self.unconverted = sources, unconverted
        self.show()

    def done(self, shard: Shard) -> None:
        """A chunk of sources was converted."""
        for one in shard.conversions:
            self.outcomes[one.outcome] += 1
            self.records += len(one.records)
            self.findings += one.findings
        self.show()

    def assembling(self, revisions: int) -> None:
        """So many revisions were put together so far."""
        self.revisions = revisions
        self.show()

    @property
    def quarantined(self) -> int:
        """How many sources gave no record."""
        return self.done_so_far - self.outcomes["converted"]

    def show(self) -> None:
        """Show where the conversion stands."""

    def close(self) -> None:
        """Show nothing more."""

    def summary(self, summary: Summary, out: str, *, dry_run: bool) -> None:
        """Show what was done."""
        self.close()
        for line in summary_lines(summary, out.rstrip("/"), dry_run=dry_run):
            click.echo(line, err=True)


class _Log(Watcher):
    """A line now and then."""

    def __init__(self) -> None:
        super().__init__()
        self._last = monotonic()

    def show(self) -> None:
        if monotonic() - self._last >= _LOGGED_EVERY:
            self._last = monotonic()
            click.echo(self._line(), err=True)

    def _line(self) -> str:
        if self.revisions:
            return f"{self.revisions:,} revisions put together"
        return (
            f"{self.done_so_far:,} of {self.unconverted:,} sources, {self.rate:,.0f} a second,"
            f" {self.findings:,} findings, {self.quarantined:,} in quarantine, {duration(self.left)} left"
        )


class _JsonLog(_Log):
    """The same as JSON, for programs."""

    def _line(self) -> str:
        return self._json(
            event="progress",
            sources=self.sources,
            unconverted=self.unconverted,
            done=self.done_so_far,
            quarantined=self.quarantined,
            findings=self.findings,
            revisions=self.revisions,
            rate=round(self.rate, 1),
            seconds_left=round(self.left, 1),
        )

    def _json(self, **facts: Any) -> str:
        return msgspec.json.encode(facts).decode()

    def summary(self, summary: Summary, out: str, *, dry_run: bool) -> None:
        facts = {**summary._asdict(), "changes": summary.changes._asdict(), "seconds": round(summary.seconds, 3)}
        click.echo(self._json(event="summary", out=out, dry_run=dry_run, **facts), err=True)


class _Live(Watcher):
    """One line that moves, on a terminal."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn
        from rich.table import Column

        self._bar = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(bar_width=None, table_column=Column(ratio=1, min_width=10)),
            TextColumn("{task.fields[count]}", style="progress.percentage"),
            TextColumn("{task.fields[facts]}", style="dim"),
            TextColumn("{task.fields[left]}", style="progress.remaining"),
            console=Console(stderr=True),
            transient=True,
            expand=True,
        )
        self._task = self._bar.add_task("Finding", total=None, count="", facts="", left="")
        self._bar.start()

    def show(self) -> None:
        if self.revisions:
            self._update("Putting together", self.revisions, max(self.revisions, self.records), "revisions")
        elif self.done_so_far:
            facts = f"{self.rate:,.0f}/s · {self.findings:,} findings · {self.quarantined:,} in quarantine"
            self._update("Converting", self.done_so_far, self.unconverted, facts, f"{duration(self.left)} left")
        elif self.sources:
            facts = f"{self.unconverted:,} of them new or changed"
            self._bar.update(self._task, count=f"{self.sources:,} sources", facts=facts)

    def _update(self, doing: str, done: int, total: int, facts: str, left: str = "") -> None:
        count = f"{done:,} of {total:,}"
        self._bar.update(
            self._task,
            description=doing,
            completed=done,
            total=total,
            count=count,
            facts=facts,
            left=left,
            refresh=done == total,  # the last of it is always to be seen
        )

    def close(self) -> None:
        self._bar.stop()


def duration(seconds: float) -> str:
    """Time as one reads it: `42 s`, `3:07 min`, `2:05 h`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    whole, unit = (round(seconds), "min") if seconds < 3600 else (round(seconds / 60), "h")
    return f"{whole // 60}:{whole % 60:02} {unit}"


def summary_lines(summary: Summary, out: str, *, dry_run: bool) -> Iterator[str]:
    """What was done, for a person."""
    yield _done_now(summary)
    yield (
        "Sources: " + ", ".join(f"{count:,} {_OUTCOMES[outcome]}" for outcome, count in summary.outcomes.items()) + "."
    )
    for reason, count in sorted(summary.left_out.items()):
        yield f"{count:,} {'file' if count == 1 else 'files'} left out by {reason}."
    if summary.gone:
        shown = ", ".join(summary.gone[:3]) + (" and others" if len(summary.gone) > 3 else "")
        yield f"{len(summary.gone):,} sources are no longer there and were taken out: {shown}."
    added, changed, removed, unchanged = summary.changes
    would = "would be " if dry_run else ""
    yield (
        f"Revisions: {added:,} {would}added, {changed:,} {would}changed, {removed:,} {would}taken away,"
        f" {unchanged:,} as they were."
    )
    if changed or removed or dry_run:
        yield f"What changed, value by value: {out}/changes.ndjson"
    if not dry_run:
        yield f"Look at {out}/report.html"


def _done_now(summary: Summary) -> str:
    rate = summary.converted / max(summary.seconds, 1e-6)
    took = f"in {summary.seconds:,.1f} s ({rate:,.{0 if rate >= 1 or not rate else 1}f} a second)"
    if summary.converted >= summary.sources:
        return f"{_sources(summary.sources)} converted {took}."
    if summary.converted:
        return (
            f"{summary.sources:,} sources, {summary.converted:,} of them converted now, {took}; the others were before."
        )
    return f"{summary.sources:,} sources, all of them converted before; {summary.seconds:,.1f} s."


def _sources(count: int) -> str:
    return "1 source was" if count == 1 else f"{count:,} sources were"


@contextmanager
def watching(*, json_log: bool) -> Iterator[Watcher]:
    """What shows a conversion on standard error, for as long as it runs."""
    watcher: Watcher = _JsonLog() if json_log else _Live() if sys.stderr.isatty() else _Log()
    try:
        yield watcher
    finally:
        watcher.close()
