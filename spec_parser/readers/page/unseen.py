"""What stands outside of a page: it does not show, but a document keeps every word of its file."""

from collections.abc import Sequence

from spec_parser.readers.page.model import Page, Word
from spec_parser.readers.page.rows import Row, rows


def parted(page: Page) -> tuple[Page, list[Word]]:
    """The page with nothing on it but words that show, and the others."""
    if not page.words:
        return page, []
    _, lefts, tops, rights, bottoms, *_ = zip(*page.words, strict=True)
    if min(rights) > 0 and max(lefts) < page.width and min(bottoms) > 0 and max(tops) < page.height:
        return page, []
    unseen = [word for word in page.words if not page.shows(word)]
    return page._replace(words=tuple(word for word in page.words if page.shows(word))), unseen


def inserted(seen: Sequence[Row], page: Page, unseen: Sequence[Word]) -> list[Row]:
    """The rows of a page with those of words that do not show, each where the file has it.

    Args:
        seen: in reading order.
        page: with all of its words.
        unseen: those of them that do not show.
    """
    found = list(seen)
    before: dict[Word, Word | None] = dict(zip(page.words, (None, *page.words), strict=False))
    for row in rows(page.number, unseen):
        neighbour = before.get(row.words[0])  # a word that was put together from several is no longer there
        above = next((place for place, other in enumerate(found) if neighbour in other.words), len(found) - 1)
        found.insert(above + 1, row)
    return found
