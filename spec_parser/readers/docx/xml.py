"""XML of a package, parsed without entities, network or DTD, and with the names of one namespace family."""

from collections.abc import Mapping
from typing import Final, TypeAlias

from lxml import etree

from spec_parser.errors import UnreadableError

Element: TypeAlias = etree._Element  # noqa: SLF001 - the class has no other name

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VAL: Final = W + "val"

# ISO/IEC 29500 Strict has other names for the same things.
_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": W,
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}": R,
    "{http://purl.oclc.org/ooxml/officeDocument/math}": MATH,
}
_NONE: dict[str, Element] = {}
_OFF = ("0", "false", "off")


def size(data: bytes) -> int:
    """How many elements and attributes a part has at most: each becomes about 120 bytes in memory."""
    return data.count(b"<") + data.count(b"=")


def parse(data: bytes, name: str) -> Element:
    """The root of a part.

    Args:
        data: the part's bytes.
        name: of the part, for messages.

    Raises:
        UnreadableError: it is no well-formed XML, nests too deep, or declares a document type.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(
            f"is damaged: {name!a} is no XML that can be read; open it in Word and save it again"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableError(
            f"declares a document type in {name!a}, which no Word file does: open it in Word and save it again"
        )
    if root.tag.startswith("{http://purl.oclc.org/"):
        _make_transitional(root)
    return root


def _make_transitional(root: Element) -> None:
    """Give elements and attributes of the strict form the names that the common form has for them."""
    for element in root.iter():
        space, _, local = element.tag.rpartition("}")
        if space + "}" in _STRICT:
            element.tag = _STRICT[space + "}"] + local
        for name, value in element.attrib.items():
            space, _, local = str(name).rpartition("}")
            if space + "}" in _STRICT:
                element.set(_STRICT[space + "}"] + local, str(value))


Children = Mapping[str, Element]
"""The children of an element by their names; of several with one name the last."""


def children(parent: Element | None) -> Children:
    """The children of an element; none of None. Where several are asked for, this is faster than to search for each."""
    return _NONE if parent is None else {child.tag: child for child in parent}


def text_of(parent: Children, name: str) -> str | None:
    """The value of a child such as `<w:pStyle w:val="Heading1"/>`; None without one."""
    child = parent.get(name)
    return None if child is None else child.get(VAL)


def number_of(parent: Children, name: str) -> int | None:
    """The value of a child as a whole number; None without one, or where it is none."""
    return whole(text_of(parent, name))


def switch_of(parent: Children, name: str) -> bool | None:
    """Whether a child such as `<w:b/>` switches something on or off; None where it is not there."""
    child = parent.get(name)
    return None if child is None else child.get(VAL) not in _OFF


def whole(text: str | None) -> int | None:
    """A whole number of at most nine digits."""
    if text is None:
        return None
    digits = text.strip()
    sign, digits = (-1, digits[1:]) if digits.startswith("-") else (1, digits)
    return sign * int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else None


_TWIPS = {"": 1.0, "pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}


def twips(text: str | None) -> int | None:
    """A length in twentieths of a point, which is how a length without a unit is written; None where it is none."""
    if text is None or (found := whole(text)) is not None:
        return None if text is None else found
    number, unit = (text[:-2].strip(), text[-2:]) if text[-2:] in _TWIPS else (text.strip(), "")
    simple = number.removeprefix("-").replace(".", "", 1)
    if len(simple) > 9 or not (simple.isascii() and simple.isdigit()):
        return None
    return round(float(number) * _TWIPS[unit])
