"""Small archives of classes that name each other, and what must be known of their references."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from tests.archive.archives import convert


class Spec(NamedTuple):
    """A class of one section of text; `replaces` is the title that it had before."""

    code: str
    title: str
    text: str = "Works alone."
    effective: str = "01/02/2020"
    replaces: str | None = None
    duties: tuple[str, ...] = ("Keeps a log.",)

    @property
    def page(self) -> str:
        """Its page."""
        clause = ""
        if self.replaces is not None:
            clause = (
                "CANCELLATION CLAUSE\n\nThis replaces the existing title and specification for the class of"
                f" {self.replaces} in Salary Group AR 11 approved effective May 1, 2010. Item No. 20-001\n\n"
            )
        duties = "".join(f"  • {duty}\n" for duty in self.duties)
        return (
            f"{self.title} ({self.code})\n\nSUPERVISION RECEIVED\n\n{self.text}\n\nEXAMPLES OF DUTIES\n\n{duties}\n"
            f"{clause}EFFECTIVE DATE\n\n{self.effective}\n"
        )


def converted(folder: Path, specs: tuple[Spec, ...]) -> Path:
    """The folder of an archive of these classes."""
    given = folder / "given"
    given.mkdir()
    for number, spec in enumerate(specs):
        (given / f"{spec.code}-{number}.txt").write_text(spec.page, encoding="utf-8")
    convert(given, out=folder / "out")
    return folder / "out"


def lines(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of an archive."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
