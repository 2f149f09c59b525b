"""Building of XML and HTML trees: the text of a tree is always escaped, and always text that a tree can hold."""

import re
from collections.abc import Mapping

from lxml import etree

# Control characters, and code points that are none.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text with U+FFFD for what neither HTML nor XML can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


class Markup:
    """Makes elements of one namespace."""

    def __init__(self, prefix: str | None = None, uri: str | None = None, **others: str) -> None:
        """`prefix` stands for `uri`, and each name of `others` for its value; without them there is no namespace."""
        self._space = "" if uri is None else f"{{{uri}}}"
        self._prefixes = {} if prefix is None or uri is None else {prefix: uri, **others}

    def __call__(
        self, tag: str, *children: "etree._Element | str", attributes: Mapping[str, str | int] | None = None
    ) -> etree._Element:
        """An element with its attributes, and its children in order."""
        element = etree.Element(self._space + tag, nsmap=self._prefixes)
        for name, value in (attributes or {}).items():
            element.set(name if name.startswith("{") else self._space + name, printable(str(value)))
        for child in children:
            _append(element, child)
        return element


def _append(element: etree._Element, child: "etree._Element | str") -> None:
    if not isinstance(child, str):
        element.append(child)
    elif len(element):
        last = element[-1]
        last.tail = (last.tail or "") + printable(child)
    else:
        element.text = (element.text or "") + printable(child)
