"""The words of real PDF files: as many as the better of two libraries finds, and in as good an order."""

from benchmarks.pdf_text import FOLDER, scores
from tests.conftest import real_documents

# What a rounding or a page's own line more may cost.
_TOLERANCE = 0.0005


def test_words_and_their_order() -> None:
    files = sorted((real_documents() / FOLDER).glob("*.pdf"))
    assert len(files) == 30
    worse = {}
    for file in files:
        own, *others = scores(file).values()
        least = [max(values) - _TOLERANCE for values in zip(*others, strict=True)]
        if own.f1 < least[0] or own.order < least[1]:
            worse[file.name] = own, least
    assert worse == {}
