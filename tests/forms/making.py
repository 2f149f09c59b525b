"""Makes the files of corpus/forms/ of which the source has changed.

What a file is made of is remembered in made.json, by its hash. Another release of a browser or an office prints
other bytes of the same page: files whose source has not changed are left as they are. To have one made anew all
the same, delete it.
"""

import hashlib
import json
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from spec_parser.render.outline import name
from spec_parser.render.word import render_docx
from tests.forms import browser, legacy, office, pages
from tests.forms.index import FORMS, Specimen, index

MADE = FORMS / "made.json"


class Recipe(NamedTuple):
    """How a file is made.

    Attributes:
        source: all that it depends on, programs of other people aside.
        make: makes its bytes.
    """

    source: bytes
    make: Callable[[], bytes]


def written(specimen: Specimen) -> dict[str, bytes]:
    """The files that need no other program: they must be what is written here, byte for byte."""
    content = specimen.contents[0]
    files = {"page.html": pages.page(content, specimen.page), "word.docx": render_docx(content)}
    return {file: data for file, data in files.items() if file in specimen.digital}


def printed(specimen: Specimen) -> dict[str, Recipe]:
    """The recipes of the files that a browser or an office prints."""
    content = specimen.contents[0]
    files = written(specimen)
    page = browser.with_furniture(files["page.html"], f"Class Specification: {name(content)}", specimen.name[:4])
    recipes = {
        "print.pdf": Recipe(page + bytes([specimen.tagged]), lambda: browser.print_page(page, tagged=specimen.tagged))
    }
    if "word.docx" in files:
        recipes["export.pdf"] = _recipe(office.export, files["word.docx"])
    for ending in specimen.office:
        recipes[f"word.{ending}"] = _recipe(partial(office.convert, to=ending), files["word.docx"])
    for layout in specimen.legacy:
        printer, source = legacy.SOURCES[layout]
        recipes[f"{layout}.pdf"] = _recipe(printer, source(content))
    return recipes


def _recipe(printer: Callable[[bytes], bytes], source: bytes) -> Recipe:
    return Recipe(source, lambda: printer(source))


def scanned(specimen: Specimen) -> dict[str, Recipe]:
    """The recipe of the scan, if there is one: of the office's export as it stands in the folder."""
    kind = specimen.scan
    if kind is None:
        return {}
    from tests.forms import scans

    export = (specimen.folder / "export.pdf").read_bytes()
    seed = int.from_bytes(specimen.name.encode())
    return {specimen.scan_name: Recipe(export + kind.encode(), lambda: scans.scan(export, kind, seed))}


def made() -> dict[str, str]:
    """For each file that a program has printed the hash of what it was made of."""
    known: dict[str, str] = json.loads(MADE.read_text(encoding="utf-8")) if MADE.exists() else {}
    return known


def fingerprint(source: bytes) -> str:
    """The hash that made.json remembers."""
    return hashlib.sha256(source).hexdigest()[:32]


def make() -> list[str]:
    """Write what has changed; returns the names of the files that were printed anew."""
    before = made()
    after: dict[str, str] = {}
    anew: list[str] = []

    def keep(specimen: Specimen, file: str, recipe: Recipe) -> None:
        path = specimen.folder / file
        key = f"{specimen.name}/{file}"
        after[key] = fingerprint(recipe.source)
        if before.get(key) != after[key] or not path.exists():
            path.write_bytes(recipe.make())
            anew.append(key)

    for specimen in index():
        specimen.folder.mkdir(exist_ok=True)
        for file, data in written(specimen).items():
            (specimen.folder / file).write_bytes(data)
        for recipes in (printed, scanned):  # in this order: a scan is one of an export
            for file, recipe in recipes(specimen).items():
                keep(specimen, file, recipe)
    MADE.write_text(json.dumps(after, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return anew
