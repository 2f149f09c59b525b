"""Archives to convert, and what a conversion must leave the same."""

import os
import shutil
import signal
from collections.abc import Sequence
from pathlib import Path

from spec_parser.archive.engines import Engine, Here
from spec_parser.archive.progress import Summary
from spec_parser.archive.running import Choices, convert_archive
from spec_parser.archive.settings import Settings
from spec_parser.archive.shards import Shard
from spec_parser.archive.shards import convert as convert_chunk
from spec_parser.archive.sources import Source

CORPUS = Path(__file__).parents[2] / "corpus"
SPECIMENS = ("0248EX", "2086CL", "4207AR", "7145FL")
NO_SPECIFICATION = "Minutes of the harbor board\n\nThe board met at noon.\n"
_CLOCKS = ("manifest.sqlite", "manifest.sqlite-wal", "manifest.sqlite-shm", ".lock", ".brought.json", "changes.ndjson")


def small(folder: Path) -> Path:
    """A folder with a few specimens in text, page and Word file, and one file that is none."""
    folder.mkdir(parents=True)
    for code in SPECIMENS:
        shutil.copyfile(CORPUS / f"{code}.txt", folder / f"{code}.txt")
    for code in SPECIMENS[:2]:
        shutil.copyfile(CORPUS / "forms" / code / "page.html", folder / f"{code}.html")
        shutil.copyfile(CORPUS / "forms" / code / "word.docx", folder / f"{code}.docx")
    (folder / "minutes.txt").write_text(NO_SPECIFICATION, encoding="utf-8")
    return folder


def convert(
    *arguments: Path | str,
    out: Path,
    engine: Engine | None = None,
    choices: Choices = Choices(),  # noqa: B008 (a tuple of constants)
    settings: Settings = Settings(),  # noqa: B008
) -> Summary:
    """Convert an archive in this process, if nothing else is said."""
    return convert_archive([str(one) for one in arguments], out, engine or Here(), settings=settings, choices=choices)


def dies_of_minutes(chunk: Sequence[Source], settings: Settings, shards: str) -> Shard:
    """Converts a chunk, in a process that is killed where the chunk has the file that is no specification."""
    if any(source.path.endswith("minutes.txt") for source in chunk):
        os.kill(os.getpid(), signal.SIGKILL)
    return convert_chunk(chunk, settings, shards)


def lasting(out: Path) -> dict[str, bytes]:
    """All that must be the same from run to run: every file but those that know clocks or tell of one run."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name not in _CLOCKS and path.parent.name != "shards"
    }
