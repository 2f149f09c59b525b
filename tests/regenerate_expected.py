"""Write the corpus anew, to be reviewed as a diff: `make corpus`.

For the specimens by hand that is CODE.expected.json, the parser's record; for those of corpus/generated/ text and
expectation, both from the generator; for those of corpus/forms/ every form of what is expected. A record whose content
contradicts the truth beside it is not written: then either the parser is wrong or the truth, and neither is for this
program to decide.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests import generated_specimens
from tests.forms import making
from tests.specimens import SPECIMENS, content, golden, golden_path, truth


def contradictions(specimen: Path, record: bytes) -> list[str]:
    """One line for each property in which the content of a record and the truth differ."""
    founds, expecteds = (
        value if isinstance(value, list) else [value] for value in (content(json.loads(record)), truth(specimen))
    )
    if len(founds) != len(expecteds):
        return [f"{specimen.name}: the truth has {len(expecteds)} records, the parser has {len(founds)}"]
    return [
        f"{specimen.name}: {name}: the truth has {expected.get(name)!r}, the parser has {found.get(name)!r}"
        for found, expected in zip(founds, expecteds, strict=True)
        for name in dict.fromkeys([*expected, *found])
        if name not in expected or name not in found or expected[name] != found[name]
    ]


def regenerate(specimens: Sequence[Path]) -> list[str]:
    """Write the records of these specimens that agree with their truth; returns what the others contradict."""
    refused: list[str] = []
    for specimen in specimens:
        record = golden(specimen)
        against = contradictions(specimen, record)
        if not against:
            golden_path(specimen).write_bytes(record)
        refused += against
    return refused


if __name__ == "__main__":
    generated_specimens.regenerate()
    problems = regenerate(SPECIMENS)
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    anew = making.make()
    sys.stderr.write(f"corpus/forms: {len(anew)} printed anew{': ' if anew else ''}{', '.join(anew)}\n")
    sys.exit(1 if problems else 0)
