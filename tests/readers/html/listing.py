"""A document as a listing that people can review: each line with its evidence, then what was found.

Before the text of a line stand three signs: `¶` where a paragraph, item or cell begins, `>` where one goes on, `?`
where only the wording can tell; `F` for furniture; `B` for what stands out. NBSP is shown as `~`. Below `----` stands a
finding a line, with its bytes.
"""

from spec_parser.document import PLAIN, Document

_GOES_ON = {False: "¶", True: ">", None: "?"}


def listing(document: Document) -> str:
    """The listing of a document."""
    rows: list[str] = []
    for line, shown in zip(document.lines, document.evidence, strict=True):
        text = document.text[line.start : line.end].replace("\xa0", "~")
        signs = f"{_GOES_ON[shown.goes_on]}{'F' if shown.furniture else '.'}{'B' if shown.stands_out else '.'}"
        rows.append("" if shown == PLAIN and not text else f"{signs} {text}")
    if document.findings:
        rows.append("----")
    for finding in document.findings:
        places = ", ".join(f"{first}-{last}" for first, last in (span.bytes or (0, 0) for span in finding.spans))
        rows.append(f"{finding.code}: {finding.message} [{places}]")
    return "\n".join(rows) + "\n"
