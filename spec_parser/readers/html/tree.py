"""The tree of a page: BeautifulSoup over lxml, no deeper than time allows."""

import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder

from spec_parser.errors import LimitError

# Both libraries take time with the square of the depth; browsers end at 512.
_DEEPEST = 1000
_CHUNK = 32768


class _Builder(LXMLTreeBuilder):
    """Builds as `lxml` does, and stops where a page is nested too deep."""

    def feed(self, markup: str | bytes) -> None:
        """Give the parser the page in parts, so that it can be stopped."""
        assert self.soup is not None  # noqa: S101 - for the type checker; it is set before
        self.parser = parser = self.parser_for(None)
        for chunk in _chunks(str(markup)):
            parser.feed(chunk)
            if len(self.soup.tagStack) > _DEEPEST:
                raise LimitError(f"has elements nested more than {_DEEPEST:,} deep, the limit: save the page again")
        parser.close()

    def start(self, tag: str | bytes, attrs: Mapping[Any, Any], nsmap: Mapping[str, str] | None = None) -> None:
        """Take a start tag from the parser. HTML has no namespaces, and looking for them takes a third of the time."""
        del nsmap
        assert self.soup is not None  # noqa: S101 - likewise
        self.soup.handle_starttag(str(tag), None, None, dict(attrs))

    def end(self, tag: str | bytes) -> None:
        """Take an end tag from the parser."""
        assert self.soup is not None  # noqa: S101 - likewise
        self.soup.handle_endtag(str(tag))


def tree(page: str) -> BeautifulSoup:
    """The tree of a page.

    Raises:
        LimitError: it is nested too deep.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # a page may well call itself XML
        return BeautifulSoup(page, builder=_Builder(multi_valued_attributes=None))


def _chunks(page: str) -> Iterator[str]:
    """A page in parts, each but the first beginning with a bracket."""
    start = 0
    while start < len(page):
        end = page.find("<", start + _CHUNK)
        end = end if end >= 0 else len(page)
        yield page[start:end]
        start = end
