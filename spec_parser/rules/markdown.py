"""The little Markdown in which rules are described: paragraphs, and code between backticks."""

import re
from html import escape

_CODE = re.compile("`([^`]+)`")


def to_html(text: str) -> str:
    """Paragraphs as HTML."""
    paragraphs = escape(text, quote=False).split("\n\n")
    return "".join(["<p>" + _CODE.sub(r"<code>\1</code>", one) + "</p>" for one in paragraphs])
