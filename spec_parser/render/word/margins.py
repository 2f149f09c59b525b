"""What stands at the top and the foot of each page, and is no part of what a specification says."""

from lxml import etree

from spec_parser.render.word.markup import W, field, paragraph, run, value


def header(name: str) -> etree._Element:
    """The running head: the class. The first page has none, its title stands there."""
    return W("hdr", paragraph("Header", name))


def footer() -> etree._Element:
    """The page's number, and how many there are."""
    style = W("pPr", value("pStyle", "Footer"))
    return W("ftr", W("p", style, run("Page "), field("PAGE", "1"), run(" of "), field("NUMPAGES", "1")))
