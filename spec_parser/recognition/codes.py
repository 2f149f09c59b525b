"""Mends the class code: it stands in the title, in the footer, and in running heads of the page."""

import re
from collections import Counter
from collections.abc import Iterator

from spec_parser.recognition.confusions import differences
from spec_parser.recognition.evidence import Change, Evidence

_REASON = "the class code stands so in the other places"
_WORD = re.compile(r"[^\s(){}\[\];:,]+")
_MOST = 2


def changes(evidence: Evidence) -> Iterator[Change]:
    """Where title or footer have misread the class code that the others have."""
    form = evidence.profile.grammar_terminals("title").get("CLASS_CODE")
    if form is None:
        return
    code = re.compile(form)
    own = [*evidence.preamble(), *evidence.lines("footer")]
    excerpts = [line.excerpt() for line in own]
    heads = [evidence.document.text[start:end] for start, end in evidence.found.furniture]
    words = [*(one.text for one in excerpts), *heads]
    seen = Counter(word for text in words for word in _WORD.findall(text) if code.fullmatch(word))
    best = seen.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return
    wanted = best[0][0]
    for one in excerpts:
        for match in _WORD.finditer(one.text):
            places = differences(match[0], wanted, _MOST)
            if places:
                part = one.part(evidence.document, *match.span())
                yield from evidence.changes(part, wanted, places, _REASON)
