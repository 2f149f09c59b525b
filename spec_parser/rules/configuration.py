"""spec-parser.toml: what an office checks, how bad it is, and where its other files are."""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct, field

from spec_parser.errors import ConfigurationError
from spec_parser.rules.catalogue import ALL
from spec_parser.rules.written import read, said

FILE = "spec-parser.toml"
Grade = Literal["error", "warning", "info", "off"]


class CheckTable(Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """The table `[check]`. Paths are relative to the file's folder.

    Attributes:
        select: codes, families, names of rules, `parsing`, `all`.
        ignore: the same, left out.
        severity: by code or family; `off` switches off.
        archive: folder of the other classes.
        suppressions: file of findings that are lived with; `spec-parser.suppressions.yaml` beside this file by default.
        baseline: file of findings that were known before.
        house_rules: files of the office's own rules.
        profile: name of a shipped profile, or a file.
        author: whose tracked changes they are.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    severity: dict[str, Grade] = field(default_factory=dict)
    archive: str | None = None
    suppressions: str | None = None
    baseline: str | None = None
    house_rules: tuple[str, ...] = ()
    profile: str | None = None
    author: str | None = None


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    check: CheckTable = field(default_factory=CheckTable)


class Configuration(Struct, frozen=True):
    """What a file says, and the folder from which its paths count."""

    check: CheckTable
    folder: Path

    def path(self, name: str) -> Path:
        """A path that the file names; one below the working folder is told from there."""
        whole = self.folder / name
        return whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole

    def profile(self, usual: str) -> str:
        """The profile that the file names, or else the usual one."""
        named = self.check.profile
        if named is None:
            return usual
        return str(self.path(named)) if named.endswith(".toml") else named


def configuration(path: Path | None = None) -> Configuration:
    """What is configured: by a file, or by the first `spec-parser.toml` in the working folder or one above it.

    Raises:
        ConfigurationError: the file cannot be used as it stands.
    """
    here = Path.cwd()
    if path is None:
        path = next((file for folder in (here, *here.parents) if (file := folder / FILE).is_file()), None)
    if path is None:
        return Configuration(CheckTable(), here)
    import tomllib  # only where a file configures

    try:
        plain = tomllib.loads(read(path))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: this is not TOML ({error}); mend the line") from error
    try:
        held = msgspec.convert(plain, _File)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{path}: {said(error)}") from error
    return Configuration(held.check, path.resolve().parent)
