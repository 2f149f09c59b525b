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
            f" {self.findings:,} findings, {self.quarantined:,} in quarantine"
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
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed:,.0f} of {task.total:,.0f}"),
            TextColumn("{task.fields[facts]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("Converting", total=0, facts="")
        self._bar.start()

    def show(self) -> None:
        if self.revisions:
            self._bar.update(
                self._task,
                description="Putting together",
                completed=self.revisions,
                total=max(self.revisions, self.records),
                facts="revisions",
            )
            return
        facts = f"{self.rate:,.0f} a second, {self.findings:,} findings, {self.quarantined:,} in quarantine"
        self._bar.update(self._task, completed=self.done_so_far, total=self.unconverted, facts=facts)

    def close(self) -> None:
        self._bar.stop()


def summary_lines(summary: Summary, out: str, *, dry_run: bool) -> Iterator[str]:
    """What was done, for a person."""
    rate = summary.converted / max(summary.seconds, 1e-6)
    yield (
        f"{summary.converted:,} of {summary.sources:,} sources were converted now, in {summary.seconds:,.1f} s"
        f" ({rate:,.0f} a second); the others were before."
        if summary.converted < summary.sources
        else f"{summary.sources:,} sources were converted in {summary.seconds:,.1f} s ({rate:,.0f} a second)."
    )
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


@contextmanager
def watching(*, json_log: bool) -> Iterator[Watcher]:
    """What shows a conversion on standard error, for as long as it runs."""
    watcher: Watcher = _JsonLog() if json_log else _Live() if sys.stderr.isatty() else _Log()
    try:
        yield watcher
    finally:
        watcher.close()
