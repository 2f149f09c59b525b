"""The tree of a page: BeautifulSoup over lxml, no deeper than time allows."""

import warnings
from typing import Any

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.builder._lxml import LXMLTreeBuilder

from spec_parser.errors import LimitError

# Both libraries take time with the square of the depth; browsers end at 512.
_DEEPEST = 1000


class _Builder(LXMLTreeBuilder):
    """Builds as `lxml` does, and stops where a page is nested too deep."""

    def start(self, *arguments: Any, **named: Any) -> None:
        """Take a start tag from the parser."""
        if self.soup is not None and len(self.soup.tagStack) > _DEEPEST:
            raise LimitError(f"has elements nested more than {_DEEPEST:,} deep, the limit: save the page again")
        super().start(*arguments, **named)


def tree(page: str) -> BeautifulSoup:
    """The tree of a page.

    Raises:
        LimitError: it is nested too deep.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # a page may well call itself XML
        return BeautifulSoup(page, builder=_Builder(multi_valued_attributes=None))
