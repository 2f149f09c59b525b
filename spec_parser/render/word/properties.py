"""What a file manager shows of a Word file."""

from lxml import etree

from spec_parser.render.elements import Markup

_CORE = Markup("cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties")
_DUBLIN = Markup("dc", "http://purl.org/dc/elements/1.1/")


def core(name: str) -> etree._Element:
    """Title and language: screen readers ask for both. No author and no date: the same content is the same file."""
    return _CORE("coreProperties", _DUBLIN("title", name), _DUBLIN("language", "en-US"))
