"""What `spec-parser check` goes by: its options and the configuration, brought together once."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from spec_parser.cli.checking import Wishes
from spec_parser.errors import ConfigurationError
from spec_parser.model import Severity
from spec_parser.profiles.loading import load
from spec_parser.rules.catalogue import Loaded, chosen, meant
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.configuration import Configuration, Grade
from spec_parser.rules.notice import RANKS, Notice
from spec_parser.rules.reports import Checked

if TYPE_CHECKING:
    from spec_parser.pipeline import Parsed
    from spec_parser.rules.archive import Archive
    from spec_parser.rules.baseline import Baseline
    from spec_parser.rules.suppressions import Suppressions


class Checks:
    """Judges files.

    Raises:
        ConfigurationError: the options or the configured files cannot be used as they stand.
        ProfileError: nor can the profile.
    """

    def __init__(self, wishes: Wishes, configured: Configuration, profile: str | Path, *, known: bool = True) -> None:
        """`known` says whether findings of the baseline are left out."""
        table = configured.check
        self.house = _house(configured)
        more = [one.rule.code for one in self.house]
        select = wishes.select or table.select
        ignore = wishes.ignore or (() if wishes.select else table.ignore)
        grades = _grades(table.severity, more)
        off = frozenset(code for code, grade in grades.items() if grade == "off" and code not in wishes.select)
        self._severities: dict[str, Severity] = {code: grade for code, grade in grades.items() if grade != "off"}
        archive = wishes.archive or (configured.path(table.archive) if table.archive else None)
        self._today = wishes.today or date.today()
        self.settings = Settings(
            codes=chosen(select, ignore, more=more) - off,
            severities=self._severities,
            archive=None if archive is None else _archive(archive),
            today=self._today,
            house=self.house,
        )
        self._profile = load(profile)
        self._least = RANKS[wishes.severity]
        self._suppressions = _suppressions(configured, self._today, more)
        self._baseline = _baseline(wishes, configured) if known else None
        self.known = 0

    def judge(self, parsed: "Parsed") -> tuple[Notice, ...]:
        """What is to be shown of the findings on a file."""
        document = parsed.document
        found = check(parsed, self._profile, self.settings)
        if self._suppressions is not None:
            found = self._suppressions.left(document, found)
        if self._baseline is not None:
            left = self._baseline.left(document, found)
            self.known += len(found) - len(left)
            found = left
        return tuple(notice for notice in found if RANKS[notice.severity] >= self._least)

    def see(self, parsed: "Parsed") -> None:
        """Take note that a file was checked."""
        if self._suppressions is not None:
            self._suppressions.see(record["job_class"]["code"] for record in parsed.plain)

    def afterwards(self) -> Checked | None:
        """What is to be said of the suppressions once all files were checked."""
        if self._suppressions is None:
            return None
        checked = self._suppressions.checked(self.settings.codes, self._severities)
        if checked is None:
            return None
        shown = tuple(notice for notice in checked.notices if RANKS[notice.severity] >= self._least)
        return Checked(checked.name, checked.document, shown) if shown else None


def _archive(folder: Path) -> "Archive":
    from spec_parser.rules.archive import Archive

    return Archive(folder)


def _house(configured: Configuration) -> tuple[Loaded, ...]:
    if not configured.check.house_rules:
        return ()
    from spec_parser.rules.house import house_rules

    return house_rules(configured.path(name) for name in configured.check.house_rules)


def _grades(said: dict[str, Grade], more: Sequence[str]) -> dict[str, Grade]:
    """The grade of each code: what is said of the code itself counts more than what is said of its family."""
    return {
        code: grade for name, grade in sorted(said.items(), key=lambda one: len(one[0])) for code in meant(name, more)
    }


def _suppressions(configured: Configuration, today: date, more: Sequence[str]) -> "Suppressions | None":
    named = configured.check.suppressions
    path = configured.path(named or "spec-parser.suppressions.yaml")
    if named is None and not path.is_file():
        return None
    from spec_parser.rules.suppressions import Suppressions

    return Suppressions(path, today, more)


def _baseline(wishes: Wishes, configured: Configuration) -> "Baseline | None":
    named = configured.check.baseline
    path = wishes.baseline or (configured.path(named) if named else None)
    if path is None:
        return None
    from spec_parser.rules.baseline import Baseline

    return Baseline(path)


def baseline_path(wishes: Wishes, configured: Configuration) -> Path:
    """Where a baseline is to be written.

    Raises:
        ConfigurationError: nobody has said where.
    """
    named = configured.check.baseline
    if wishes.baseline is not None:
        return wishes.baseline
    if named is None:
        raise ConfigurationError("--write-baseline needs --baseline FILE, or `baseline` in spec-parser.toml")
    return configured.path(named)
