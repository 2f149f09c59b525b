"""Whether a text is a web page, or only speaks of markup."""

import re

# Long style sheets and comments may stand before the first element of a page.
_WITHIN = 65536
_TAG = re.compile(
    rb"</?(?:html|head|title|meta|link|base|body|frameset|table|tbody|tr|td|th|div|p|ul|ol|li|dl|dt|dd|h[1-6]|br|hr|pre"
    rb"|center|blockquote|span|font|form|main|article|section|header|b|strong|i|em|u|a|style|script)(?=[\s>/])"
    rb"|<!doctype\s+html\b",
    re.IGNORECASE,
)
# What may stand before the first tag of a page.
_BEFORE = re.compile(rb"<!--.*?-->|<[?!][^>]*>|\xef\xbb\xbf|\xff\xfe|\xfe\xff", re.DOTALL)
# A text that shows how `<b>` is written has a tag or two; a fragment that begins with text has more.
_SEVERAL = 4


def is_page(data: bytes) -> bool:
    """Whether markup stands at the beginning, or so much of it that it is no mere mention."""
    at = data.find(b"<", 0, _WITHIN)
    if at < 0:
        return False
    sample = data[:_WITHIN]
    if b"\0" in sample:  # UTF-16
        sample = sample.replace(b"\0", b"")
    for number, tag in enumerate(_TAG.finditer(sample), start=1):
        if number == _SEVERAL or (number == 1 and not _BEFORE.sub(b"", sample[: tag.start()]).strip()):
            return True
    return False
