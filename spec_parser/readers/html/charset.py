"""The encoding of a page: what its bytes show, and only then what it says of itself, which is often wrong."""

import re

from spec_parser.readers.encoding import Codec, Decoded, decode

# Where browsers look, and a little further: a long comment may stand before it.
_WITHIN = 8192
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,400}?\bcharset|\?xml\b[^>]{0,200}?\bencoding)\s{0,9}=[\s"']{0,9}([\w:.-]{1,40})""",
    re.IGNORECASE,
)
# Encodings of one byte a character that word processors write, under the names of the Encoding standard.
_CODECS: dict[str, Codec] = {
    "windows-1250": "cp1250",
    "cp1250": "cp1250",
    "iso-8859-15": "iso8859-15",
    "latin-9": "iso8859-15",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
}
_LATIN = frozenset(("windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii", "ascii"))


def decode_page(data: bytes) -> Decoded:
    """Decode a page: by its mark, as UTF-8 if it is that, else as it says, else as the evidence says."""
    decoded = decode(data)
    if decoded.codec != "cp1252":
        return decoded
    found = _DECLARED.search(data, 0, _WITHIN)
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    if declared in _LATIN:
        return decoded._replace(assumed=False)
    codec = _CODECS.get(declared)
    if codec is None:
        return decoded
    return Decoded(data.decode(codec, "surrogateescape"), codec, 0, assumed=False)
