"""A mark by which a finding is known again after the text around it has changed: for baselines, and for SARIF."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spec_parser.document import Document
from spec_parser.rules.notice import Notice

_NUMBERS = re.compile(r"/\d+")


def fingerprints(document: Document, notices: Sequence[Notice]) -> Iterator[str]:
    """For each finding of a file, in their order, its mark: 32 hexadecimal digits.

    It is made of the code, the class (the file's name, where the class has no code), the kind of value and the text
    that is marked, white space aside; of what has no place, of its message. So it survives that lines move, that the
    file is renamed or comes in another form, and that the message is worded better. What occurs several times in a
    file is numbered.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for notice in notices:
        marked = " ".join(" ".join(document.text[start:end] for start, end in notice.stretches).split())
        whose = notice.job_class or document.name or ""
        key = (notice.code, whose, _NUMBERS.sub("", notice.pointer or ""), marked if notice.spans else notice.message)
        seen[key] += 1
        yield hashlib.sha256("\0".join([*key, str(seen[key])]).encode()).hexdigest()[:32]
