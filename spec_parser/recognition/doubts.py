"""What is said of words that were recognised with doubt."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from spec_parser.document import Document
from spec_parser.findings import severity
from spec_parser.model import Finding
from spec_parser.origins import BoxRun

# Words read with less confidence, in percent, are in doubt. Of the words of a scan at 150 dpi with noise, 3 in 100 that
# were right are below it, and all that were wrong (benchmarks/README.md).
DOUBTFUL = 92
# A page with less confidence on average was read badly.
_POOR = 75
# So many words have a finding of their own; more of them would say the same again.
_MOST = 50


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
            yield Finding("ocr-poor", severity("ocr-poor"), message, None, (), None)
    words = [
        run for run in runs if run.confidence is not None and run.confidence < DOUBTFUL and run.start not in settled
    ]
    for run in words[:_MOST]:
        read = document.text[run.start : run.end]
        message = f'"{read}" was recognised with {run.confidence} % confidence: compare it with the page.'
        yield Finding(
            "ocr-doubtful", severity("ocr-doubtful"), message, None, (document.span((run.start, run.end)),), None
        )
    if len(words) > _MOST:
        rest = words[_MOST:]
        message = f"{len(rest)} more words were recognised with little confidence: compare them with the page."
        spans = tuple(document.span((run.start, run.end)) for run in rest)
        yield Finding("ocr-doubtful", severity("ocr-doubtful"), message, None, spans, None)
