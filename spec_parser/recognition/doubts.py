"""What is said of words that were recognised with doubt."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spec_parser.document import Document
from spec_parser.findings import counted, finding
from spec_parser.model import Finding
from spec_parser.origins import BoxRun

# Words read with less confidence, in percent, are in doubt. Of the words of a scan at 150 dpi with noise, 3 in 100 that
# were right are below it, and all that were wrong (benchmarks/README.md).
DOUBTFUL = 92
# A page with less confidence on average was read badly.
_POOR = 75
# So many words have a finding of their own; more of them would say the same again.
_MOST = 50
_REST = (
    "One more word was recognised with little confidence: compare it with the page.",
    "{:,} more words were recognised with little confidence: compare them with the page.",
)


def doubts(document: Document, runs: Sequence[BoxRun], settled: frozenset[int]) -> Iterator[Finding]:
    """The findings on words and pages that were read with doubt.

    Args:
        document: what was recognised.
        runs: its words that belong to the specification.
        settled: the offsets at which words begin that other evidence has settled.
    """
    for page, members in groupby(runs, key=lambda run: run.page):
        sures = [run.confidence for run in members if run.confidence is not None]
        if sures and sum(sures) / len(sures) < _POOR:
            message = f"Page {page} was recognised with {sum(sures) // len(sures)} % confidence only: check all of it."
            yield finding("ocr-poor", message)
    words = [
        run for run in runs if run.confidence is not None and run.confidence < DOUBTFUL and run.start not in settled
    ]
    for run in words[:_MOST]:
        read = document.text[run.start : run.end]
        message = f'"{read}" was recognised with {run.confidence} % confidence: compare it with the page.'
        yield finding("ocr-doubtful", message, [document.span((run.start, run.end))])
    if len(words) > _MOST:
        rest = words[_MOST:]
        yield finding("ocr-doubtful", counted(len(rest), *_REST), [document.span((run.start, run.end)) for run in rest])
