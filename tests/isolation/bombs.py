"""Small files that unpack to very large ones, or are nested without end."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default'
    ' Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
    ' PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Target="word/document.xml"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _packed(data: bytes, times: int) -> bytes:
    """Zlib's form of a repeated stretch, without having all of it in memory."""
    packer = zlib.compressobj(1)
    return b"".join([*(packer.compress(data) for _ in range(times)), packer.flush()])


def _pdf(*objects: bytes) -> bytes:
    """A PDF file of numbered objects, the first of which is its catalogue."""
    body = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            len(body),
        )
    )


def _page_of(stream: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A PDF file whose one page has this content."""
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d /Filter [%b] >>\nstream\n%b\nendstream" % (len(stream), filters, stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )


def _word(document: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONS)
        archive.writestr("word/document.xml", document)
    return packed.getvalue()


def _laughs() -> str:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><w:document {_NAMESPACE}>{text}</w:document>'


def _outside() -> str:
    text = "<w:body><w:p><w:r><w:t>&out;</w:t></w:r></w:p></w:body>"
    return (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY out SYSTEM "file:///etc/passwd">]>'
        f"<w:document {_NAMESPACE}>{text}</w:document>"
    )


def _png(width: int, height: int) -> bytes:
    """A black image, bilevel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" * (1 + width // 8)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", _packed(row, height)) + chunk(b"IEND", b"")


BOMBS: dict[str, Callable[[], bytes]] = {
    "PDF: a page of 200 MB of blanks": lambda: _page_of(_packed(b" " * 1_000_000, 200)),
    "PDF: a page of a gigabyte of blanks": lambda: _page_of(_packed(b" " * 1_000_000, 1_000)),
    "PDF: packed twice": lambda: _page_of(
        zlib.compress(_packed(b" " * 1_000_000, 1_000), 9), b"/FlateDecode /FlateDecode"
    ),
    "PDF: 3 million letters": lambda: _page_of(
        _packed(b"BT /F 9 Tf 9 9 Td (" + b"duties " * 140 + b") Tj ET\n", 3_000)
    ),
    "PDF: 2 million lines drawn": lambda: _page_of(_packed(b"0 0 m 9 9 l S\n" * 1_000, 2_000)),
    "PDF: a million brackets": lambda: _page_of(_packed(b"[" * 1_000, 1_000)),
    "PDF: a million states saved": lambda: _page_of(_packed(b"q " * 1_000, 1_000)),
    "PDF: pages that are their own parents": lambda: _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Parent 2 0 R /Count 99999999 >>"
    ),
    "PDF: 100,000 pages": lambda: _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count 100000 >>" % (b"3 0 R " * 100_000),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
    ),
    "PDF: an array in an array in an array": lambda: _pdf(
        b"<< /Type /Catalog /Pages 2 0 R /X %b >>" % (b"[" * 500_000), b"<< /Type /Pages /Kids [] /Count 0 >>"
    ),
    "HTML: 300,000 nested elements": lambda: b"<html><body>" + b"<div>" * 300_000 + b"EXAMPLES OF DUTIES",
    "HTML: 100,000 nested lists": lambda: b"<html><body>EXAMPLES OF DUTIES" + b"<ul><li>x" * 100_000,
    "HTML: 20,000 nested tables": lambda: b"<html><body>EXAMPLES OF DUTIES" + b"<table><tr><td>x" * 20_000,
    "HTML: a cell over 65,534 rows": lambda: (
        b"<table>" + b"<tr><td rowspan=65534 colspan=1000>x</td></tr>" * 5_000 + b"</table>"
    ),
    "HTML: 200,000 attributes": lambda: (
        b"<html><p " + b" ".join(b"a%d=1" % n for n in range(200_000)) + b">EXAMPLES OF DUTIES</p>"
    ),
    "HTML: 500,000 unclosed tags of formatting": lambda: b"<html><body>" + b"<b><i>x" * 250_000,
    "HTML: a million ampersands": lambda: b"<html><body>EXAMPLES OF DUTIES<p>" + b"&" * 1_000_000,
    "Word: a billion laughs": lambda: _word(_laughs()),
    "Word: a file from outside": lambda: _word(_outside()),
    "Word: 100 MB of blanks": lambda: _word(" " * 100_000_000),
    "Word: 100,000 nested tables": lambda: _word(
        f"<w:document {_NAMESPACE}><w:body>" + "<w:tbl><w:tr><w:tc>" * 100_000
    ),
    "Word: 100,000 paragraphs": lambda: _word(
        f"<w:document {_NAMESPACE}><w:body>"
        + "<w:p><w:r><w:t>duties</w:t></w:r></w:p>" * 100_000
        + "</w:body></w:document>"
    ),
    "PNG: 40,000 by 40,000": lambda: _png(40_000, 40_000),
    "PNG: 12,000 by 12,000": lambda: _png(12_000, 12_000),
    "PNG: 2 by 100,000": lambda: _png(2, 100_000),
}
