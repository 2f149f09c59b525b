"""WordprocessingML, the markup of Word files (ISO/IEC 29500-1, part 17), as far as it is printed here."""

from lxml import etree

from spec_parser.render.elements import Markup

_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

W = Markup("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", r=_RELATIONSHIPS)
RELATIONSHIP = f"{{{_RELATIONSHIPS}}}id"


def value(name: str, of: str | int) -> etree._Element:
    """The many elements that have nothing but a value: `<w:name w:val="of"/>`."""
    return W(name, attributes={"val": of})


def paragraph(style: str | None, text: str, *properties: etree._Element) -> etree._Element:
    """A paragraph of one run."""
    styled = [] if style is None else [value("pStyle", style)]
    about = [W("pPr", *styled, *properties)] if styled or properties else []
    return W("p", *about, *([run(text)] if text else []))


def run(text: str) -> etree._Element:
    """A run, blanks at its ends kept."""
    return W("r", W("t", text, attributes={_SPACE: "preserve"}))


def field(instruction: str, shown: str) -> etree._Element:
    """A run that Word computes: the number of a page. `shown` stands there until it has."""
    return W("fldSimple", run(shown), attributes={"instr": instruction})
