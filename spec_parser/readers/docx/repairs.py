"""What damage to a text, once it is mended, does to its lines and to where its characters come from."""

from collections.abc import Iterator

from msgspec.structs import replace

from spec_parser.document import Evidence, Line
from spec_parser.origins import TextRun
from spec_parser.readers.docx.remarks import Aside
from spec_parser.readers.docx.writing import Written
from spec_parser.readers.mended import Mended


def repaired(written: Written, mended: Mended) -> Written:
    """The same document with its mended text.

    A line end that was written as an escape breaks a line in two; where a mend goes across several runs, all of it
    has the place of the first one.

    Args:
        written: as it was read.
        mended: its text, mended.
    """
    if not mended.mends:
        return written
    made = {mend.start for mend in mended.mends if mended.text[mend.start] == "\n"}
    lines: list[Line] = []
    evidence: list[Evidence] = []
    aside: dict[Aside, list[int]] = {kind: [] for kind in written.aside}
    kinds = {place: kind for kind, places in written.aside.items() for place in places}
    start = 0
    before = -1  # the place of the line as it was read
    for number, body in enumerate(mended.text.split("\n"), 1):
        is_new = start - 1 in made
        before += not is_new
        shown = written.evidence[before]
        if before in kinds:
            aside[kinds[before]].append(len(lines))
        lines.append(Line(number, start, start + len(body)))
        evidence.append(replace(shown, goes_on=None) if is_new else shown)
        start += len(body) + 1
    return Written(mended.text, lines, evidence, list(_moved(written.runs, mended)), aside)


def _moved(runs: list[TextRun], mended: Mended) -> Iterator[TextRun]:
    """The runs from where they start in the mended text on."""
    mends = iter(mended.mends)
    mend = next(mends, None)
    shift = 0
    for start, *place in ((run.start, run.part, run.paragraph, run.run) for run in runs):
        while mend is not None and mend.raw_end <= start:
            shift = mend.end - mend.raw_end
            mend = next(mends, None)
        is_inside = mend is not None and mend.raw_start < start
        yield TextRun(mend.end if is_inside and mend is not None else start + shift, *place)
