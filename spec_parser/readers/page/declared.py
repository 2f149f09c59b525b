"""What a tagged file declares of its lists, set beside what shows on the page.

A mark that shows is believed whatever the tags say: programs leave paragraphs that look like items untagged, and the
document is what a person would read. Of an item whose label shows as neither a drawn mark nor a character (a picture,
a shape that is none of the usual ones), only the tags know. An item without a label shows none, and is plain text.
How deep an item stands the tags know better than the page, where a level may be 6 points wide and a list in a table
may begin anywhere; unless they nest nothing, since programs that tag by looks put every list at the outermost level.
"""

from collections.abc import Sequence

from spec_parser.readers.page.model import Mark, Page
from spec_parser.readers.page.rows import Row


def with_declared(page: Page, rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, each first row of a declared item with its depth and, where it shows none, a bullet."""
    if not page.items:
        return list(rows)
    places = {group: place for place, item in enumerate(page.items) for group in item.groups | item.labels}
    shown = {word.group for word in page.words}
    begun: set[int] = set()
    found: list[Row] = []
    for row in rows:
        first = row.words[0]
        place = places.get(first.group, -1) if first.group is not None else -1
        if place < 0 or place in begun:
            found.append(row)
            continue
        begun.add(place)
        item = page.items[place]
        bullet = row.bullet
        if bullet is None and item.labels and not item.labels & shown:
            # Nothing of it shows that could be boxed: it stands where its text begins.
            bullet = Mark(row.left, row.top, row.left, row.bottom, filled=True)
        found.append(row._replace(bullet=bullet, level=item.depth))
    return found
