"""From words on pages to a document, whatever engine has found the words."""

from collections.abc import Sequence

from spec_parser.document import Document, Evidence
from spec_parser.limits import Limits
from spec_parser.model import Finding
from spec_parser.readers.page.bullets import with_bullets
from spec_parser.readers.page.declared import with_declared
from spec_parser.readers.page.depths import depths
from spec_parser.readers.page.flow import goes_on
from spec_parser.readers.page.furniture import furniture
from spec_parser.readers.page.model import Page
from spec_parser.readers.page.printing import Shown, printed
from spec_parser.readers.page.rows import Row, rows
from spec_parser.readers.page.rows import row as row_of
from spec_parser.readers.page.tables import Region, regions


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
    found: list[Row] = []
    for page in pages:
        for region in regions(page):
            found.extend(_rows(region))
    aside = furniture(pages, found)
    body = [row for row, is_aside in zip(found, aside, strict=True) if not is_aside]
    flowing = iter(zip(goes_on(body), depths(body), strict=True))
    shown: list[Shown] = []
    for row, is_aside in zip(found, aside, strict=True):
        if is_aside:
            shown.append(Shown(row, Evidence(furniture=True)))
        else:
            on, depth = next(flowing)
            shown.append(Shown(row, Evidence(goes_on=on, stands_out=row.bold), depth))
    return shown


def _rows(region: Region) -> list[Row]:
    """The rows of a part of a page; a row of data is one, however many lines its cells have."""
    page = region.page
    if region.is_row:
        return [row_of(page.number, page.words)._replace(words=page.words)]
    return with_declared(page, with_bullets(page, rows(page)))
