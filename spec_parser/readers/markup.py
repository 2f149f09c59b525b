"""Whether a text is a web page, or only speaks of markup."""

import re
from itertools import islice

# Long style sheets and comments may stand before the first element of a page.
_WITHIN = 65536
_LONG_NAMES = (
    "html|head|title|meta|link|base|body|frameset|table|tbody|tr|td|th|div|ul|ol|li|dl|dt|dd|h[1-6]|br|hr|pre|center"
    "|blockquote|span|font|form|main|article|section|header|strong|em|style|script"
)
_TAG = re.compile(rf"</?(?:{_LONG_NAMES}|[abipu])(?=[\s>/])|<!doctype\s+html\b".encode(), re.IGNORECASE)
# A tag in use touches words; one that is only spoken of stands between blanks or quotes, and `a<b>c` is no tag at all.
_IN_USE = re.compile(
    rf"[\w.,;:!?)]<(?:/?(?:{_LONG_NAMES})\s{{0,9}}/?|/[abipu])>|<(?:{_LONG_NAMES})(?:\s[^<>]{{0,200}})?>[\w(]".encode(),
    re.IGNORECASE,
)
_BLANK = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
# What else stands before the first tag of a page, and its end.
_BEFORE = ((b"<!--", b"-->"), (b"<?", b">"))
# A text that shows how `<b>` is written has some tags; a page that begins with words has more.
_SEVERAL = 10


def is_page(data: bytes) -> bool:
    """Whether markup stands at the beginning, or so much of it, or so near words, that it is no mere mention."""
    if data.find(b"<", 0, _WITHIN) < 0:
        return False
    sample = data[:_WITHIN]
    if b"\0" in sample:  # UTF-16
        sample = sample.replace(b"\0", b"")
    return (
        _TAG.match(sample, _begin(sample)) is not None
        or sum(1 for _ in islice(_TAG.finditer(sample), _SEVERAL)) == _SEVERAL
        or _IN_USE.search(sample) is not None
    )


def _begin(sample: bytes) -> int:
    """Where a page's first tag must stand: behind marks, comments and declarations."""
    at = 0
    while (blank := _BLANK.match(sample, at)) is not None:
        at = blank.end()
        closing = next((closing for opening, closing in _BEFORE if sample.startswith(opening, at)), None)
        if closing is None:
            break
        end = sample.find(closing, at + 2)
        at = end + len(closing) if end >= 0 else len(sample)
    return at
