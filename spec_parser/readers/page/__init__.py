"""From words on pages to a document, whatever engine has found the words."""

from collections.abc import Sequence

from spec_parser.document import Document, Evidence
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.readers.page.bullets import with_bullets
from spec_parser.readers.page.declared import with_declared
from spec_parser.readers.page.depths import depths
from spec_parser.readers.page.edges import edges, with_columns
from spec_parser.readers.page.flow import goes_on
from spec_parser.readers.page.furniture import furniture
from spec_parser.readers.page.hyphens import dehyphenated
from spec_parser.readers.page.letter_bullets import with_letter_bullets
from spec_parser.readers.page.letters import mended
from spec_parser.readers.page.model import Page
from spec_parser.readers.page.order import in_order
from spec_parser.readers.page.printing import Shown, printed
from spec_parser.readers.page.rows import Column, Row, rows
from spec_parser.readers.page.rows import row as row_of
from spec_parser.readers.page.tables import regions
from spec_parser.readers.page.unseen import inserted, parted


def document(
    pages: Sequence[Page],
    data: bytes,
    *,
    media_type: str,
    name: str | None,
    limits: Limits,
    findings: tuple[Finding, ...] = (),
) -> Document:
    """The document that pages of words make.

    Args:
        pages: in order.
        data: the file's bytes.
        media_type: of the file.
        name: of the file, without its folder.
        limits: sizes beyond which it is refused.
        findings: what the engine has to say.

    Raises:
        LimitError: it is larger than the limits allow.
    """
    shown = show(pages)
    return printed(shown, data, pages=len(pages), media_type=media_type, name=name, limits=limits, findings=findings)


def show(pages: Sequence[Page]) -> list[Shown]:
    """The rows of all pages with what geometry shows of each."""
    pages = with_letter_bullets(pages)
    found = [row for page in pages for row in _rows(page)]
    aside = furniture(pages, found)
    body = [row for row, is_aside in zip(found, aside, strict=True) if not is_aside]
    body = with_columns(body)
    right = edges(body)
    on = goes_on(body, right)
    flowing = iter(zip(dehyphenated(body, on, right), on, depths(body, on), strict=True))
    shown: list[Shown] = []
    for row, is_aside in zip(found, aside, strict=True):
        if is_aside:
            shown.append(Shown(row, Evidence(furniture=True)))
        else:
            whole, wrapped, depth = next(flowing)
            shown.append(Shown(whole, Evidence(goes_on=wrapped, stands_out=row.bold), depth))
    return shown


def _rows(page: Page) -> list[Row]:
    """The rows of a page in reading order, with their bullets."""
    whole = page._replace(words=tuple(mended(page.words)))
    page, unseen = parted(whole)
    found: list[Row] = []
    width = round(page.width)
    for region in regions(page):
        part = region.page
        if region.is_row:
            # A row of data is one row, however many lines its cells have.
            found.append(row_of(page.number, part.words)._replace(words=part.words, is_data=True))
            continue
        column = Column(width, round(region.left), round(region.right)) if region.left else Column(width, 0, width)
        read = with_bullets(in_order(rows(page.number, part.words, column)), part.marks)
        begin = len(found)
        found.extend(with_declared(part, read))
        if begin and begin < len(found):
            found[begin] = found[begin]._replace(opens=True)
    return inserted(found, whole, unseen) if unseen else found
