"""How many sentences of case files are read exactly, and the others: `python -m tests.fields.qualifications.measure`.

Arguments are kinds of sentences (names of case files); all of them by default.
"""

import sys
from collections.abc import Iterator

import yaml

from tests.fields.qualifications.harness import KINDS, Case, cases, found, statement, told


def lines(kinds: tuple[str, ...]) -> Iterator[str]:
    """A line a kind, with what differs below it."""
    for kind in kinds:
        wrong = [case for case in cases(kind) if found(case) != told(case)]
        yield f"{kind}: {len(cases(kind)) - len(wrong)} of {len(cases(kind))} exactly"
        for case in wrong:
            yield f"\n  {statement(case).text}\n    told  {_flow(told(case))}\n    found {_flow(found(case))}\n"


def _flow(case: Case) -> str:
    return yaml.safe_dump(case, default_flow_style=True, sort_keys=False, width=10_000).strip()


if __name__ == "__main__":
    for line in lines(tuple(sys.argv[1:]) or KINDS):
        print(line)  # noqa: T201 - what the command is for
