"""The index of corpus/forms/, and what is expected of every form of a specimen.

index.toml     which specimens stand here, and how each form looks
made.json      what each file was made of, so that only what has changed is made anew
NAME/page.html, print.pdf, word.docx, export.pdf, scan.*, further layouts as LAYOUT.pdf, older office files as word.*
"""

import json
import tomllib
from pathlib import Path
from typing import Any, Literal

import msgspec

from spec_parser import parse
from spec_parser.model import Content
from tests.fields.qualifications.without import without_expressions
from tests.specimens import CORPUS

FORMS = CORPUS / "forms"

PageLayout = Literal["published", "site", "word", "breaks", "unclosed", "saved", "old", "old, ruled"]
ScanKind = Literal["bilevel", "gray", "skewed", "noisy", "tiff", "png"]
OlderFile = Literal["doc", "rtf", "odt"]
LegacyLayout = Literal["columns", "justified", "table", "symbols", "typewriter"]

_ENDINGS: dict[ScanKind, str] = {"tiff": "tif", "png": "png"}


class Specimen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An entry of the index, which says what its properties mean."""

    of: str
    page: PageLayout
    scan: ScanKind | None = None
    tagged: bool = True
    legacy: tuple[LegacyLayout, ...] = ()
    office: tuple[OlderFile, ...] = ()

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.of.rpartition("/")[2]

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return FORMS / self.name

    @property
    def is_of_the_older_site(self) -> bool:
        """Whether it is a page of the older site, with one class or several."""
        return self.page.startswith("old")

    @property
    def contents(self) -> tuple[Content, ...]:
        """What every form says: of one class, but for pages of the older site."""
        plain: Any = json.loads((CORPUS / f"{self.of}.expected.json").read_bytes())
        told = plain if isinstance(plain, list) else [plain]
        if self.of.startswith("generated/"):
            # What is told of a generated specimen has no trees of its qualifications: they are those of its text.
            read = parse(CORPUS / f"{self.of}.txt").plain
            told = [
                {**one, "minimum_qualifications": like["minimum_qualifications"]}
                for one, like in zip(told, read, strict=True)
                if without_expressions(one["minimum_qualifications"])
                == without_expressions(like["minimum_qualifications"])
            ]
        return tuple(_content(one) for one in told)

    @property
    def files(self) -> tuple[str, ...]:
        """The names of all its files."""
        return (*self.digital, *self.converted, *([self.scan_name] if self.scan else []))

    @property
    def digital(self) -> tuple[str, ...]:
        """The names of the files that hold characters; pages of the older site are pages and nothing else."""
        if self.is_of_the_older_site:
            return ("page.html", "print.pdf")
        return ("page.html", "print.pdf", "word.docx", "export.pdf", *(f"{layout}.pdf" for layout in self.legacy))

    @property
    def converted(self) -> tuple[str, ...]:
        """The names of the files that are read by way of a conversion."""
        return tuple(f"word.{ending}" for ending in self.office)

    @property
    def scan_name(self) -> str:
        """The name of the scan's file."""
        return f"scan.{_ENDINGS.get(self.scan or 'bilevel', 'pdf')}"


def _content(plain: dict[str, Any]) -> Content:
    return msgspec.convert({name: plain[name] for name in Content.__struct_fields__}, Content)


def index() -> tuple[Specimen, ...]:
    """The specimens in the order of the index."""
    loaded = tomllib.loads((FORMS / "index.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert(loaded["specimen"], list[Specimen]))
