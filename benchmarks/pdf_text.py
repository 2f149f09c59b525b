"""`python -m benchmarks.pdf_text [FOLDER]`: the words of PDF files, against the same documents as text.

Words are runs of letters and digits, casefolded. F1 is of the words as a bag; order is the ratio of the longest
matching blocks (`difflib`), words out of their place included.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from benchmarks.specimens import ROOT
from benchmarks.table import table
from spec_parser.readers import read

FOLDER = "pdf-text-pairs"
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """How much of a text a reader has found, and whether in its order: 1 is all."""

    f1: float
    order: float


def pdfplumber_text(data: bytes) -> str:
    """What pdfplumber's `extract_text` gives of all pages."""
    import pdfplumber

    with pdfplumber.open(BytesIO(data)) as file:
        return "\n".join(page.extract_text() for page in file.pages)


def pdfium_text(data: bytes) -> str:
    """What pypdfium2's `get_text_range` gives of all pages."""
    import pypdfium2

    file = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in file)
    finally:
        file.close()


def own_text(data: bytes) -> str:
    """The document's text; its marks are no words."""
    return read(data).text


READERS: Mapping[str, Callable[[bytes], str]] = {
    "spec-parser": own_text,
    "pdfplumber": pdfplumber_text,
    "pdfium": pdfium_text,
}


def words(text: str) -> list[str]:
    """The words of a text, in order."""
    return _WORD.findall(text.casefold())


def score(found: Sequence[str], expected: Sequence[str]) -> Score:
    """How near the words that were found come to those expected."""
    shared = sum((Counter(found) & Counter(expected)).values())
    order = SequenceMatcher(None, found, expected, autojunk=False).ratio()
    return Score(2 * shared / max(len(found) + len(expected), 1), order)


def scores(file: Path) -> dict[str, Score]:
    """What each reader finds of a PDF file that has its text beside it."""
    data, expected = file.read_bytes(), words(_text(file.with_suffix(".txt")))
    found = {name: words(reader(data)) for name, reader in READERS.items()}
    known: dict[tuple[str, ...], Score] = {}  # readers often agree, and comparing takes longer than reading
    for one in found.values():
        if tuple(one) not in known:
            known[tuple(one)] = score(one, expected)
    return {name: known[tuple(one)] for name, one in found.items()}


def _text(file: Path) -> str:
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def report(folder: Path) -> str:
    """The table, a line a file."""
    files = sorted(folder.glob("*.pdf"))
    rows = [
        (file.stem[:48], *(f"{value:.4f}" for part in zip(*scores(file).values(), strict=True) for value in part))
        for file in files
    ]
    columns = ("", *(f"{what} {name}" for what in ("F1", "order") for name in READERS))
    return table(f"Words of {len(files)} PDF files against their texts", columns, rows)


if __name__ == "__main__":
    real = Path(os.environ.get("SPEC_PARSER_REAL", ROOT.parent / "shared" / "real"))
    print(report(Path(sys.argv[1]) if len(sys.argv) > 1 else real / FOLDER))
