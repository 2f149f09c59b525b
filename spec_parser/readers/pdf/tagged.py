"""The list items that a tagged file declares: the structure tree, as PDFium gives it a page at a time.

L
├── LI                  an item: its label, if it shows one, its text, and the lists within it
│   ├── Lbl
│   ├── LBody ...       or any other element that holds the text
│   └── L ...
"""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from spec_parser.readers.page.model import Item
from spec_parser.readers.pdf.calls import address, content_at, element_at, element_count, element_type

# A page with more elements than this is no text that anybody wrote.
_MOST_ELEMENTS = 20_000
_LONGEST_TYPE = 32
_LIST, _ITEM, _LABEL = (name.encode("utf-16-le") for name in ("L", "LI", "Lbl"))
# What holds the text of a line or a paragraph, and never a list.
_LEAVES = frozenset(name.encode("utf-16-le") for name in ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Figure"))


class _Open:
    """An item whose elements are being walked."""

    __slots__ = ("depth", "groups", "labels")

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.groups: list[int] = []
        self.labels: list[int] = []


def items(page: Any) -> tuple[Item, ...]:
    """The list items on a page in the order of the tree, from PDFium's handle of it."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        return tuple(
            Item(frozenset(found.groups), found.depth, frozenset(found.labels))
            for found in _walked(tree)
            if found.groups
        )
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def _walked(tree: Any) -> list[_Open]:
    """All items of a tree. It is walked without recursion: a hostile file nests as deep as it likes."""
    name = ctypes.create_string_buffer(_LONGEST_TYPE)
    at = ctypes.addressof(name)
    found: list[_Open] = []
    roots = [
        address(pdfium.FPDF_StructTree_GetChildAtIndex(tree, place))
        for place in range(min(pdfium.FPDF_StructTree_CountChildren(tree), _MOST_ELEMENTS))
    ]
    # Each element with the depth of the lists round it, the item in which it stands, and whether in its label.
    pending: list[tuple[int, int, _Open | None, bool]] = [(root, 0, None, False) for root in roots if root]
    pending.reverse()
    seen = 0
    while pending and seen < _MOST_ELEMENTS:
        seen += 1
        element, depth, item, in_label = pending.pop()
        length = element_type(element, at, _LONGEST_TYPE)
        kind = name.raw[: max(length - 2, 0)] if length <= _LONGEST_TYPE else b""
        if kind == _LIST:
            depth, item = depth + 1, None
        elif kind == _ITEM:
            item = _Open(max(depth, 1))
            found.append(item)
        elif item is None and kind in _LEAVES:
            continue
        in_label = in_label or kind == _LABEL
        children = [element_at(element, place) for place in range(min(element_count(element), _MOST_ELEMENTS))]
        if item is not None and not all(children):
            (item.labels if in_label else item.groups).extend(_contents(element))
        pending.extend((held, depth, item, in_label) for held in reversed(children) if held)
    return found


def _contents(element: int) -> Iterator[int]:
    """The numbers of the marked contents on this page that an element holds itself.

    An item that goes on over the page's end holds others too; the next page counts its own from 0 again.
    """
    for place in range(min(element_count(element), _MOST_ELEMENTS)):
        number = content_at(element, place)
        if number >= 0:
            yield number
