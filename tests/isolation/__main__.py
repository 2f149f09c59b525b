"""`python -m tests.isolation [COUNT [SEED]]`: try that many files that went wrong, and show what became of them."""

import sys

from spec_parser.limits import DEFAULT
from tests.isolation import mutations
from tests.isolation.test_mutations import GOOD, faults
from tests.isolation.trial import Trial, summary

_RECOGNISED = 10


def main() -> None:
    """One in ten is read with recognition of images, which takes long."""
    count, seed = (int(argument) for argument in [*sys.argv[1:], "2000", "0"][:2])
    results = []
    for ocr in (True, False):
        trial = Trial(GOOD, ocr=ocr, limits=DEFAULT)
        chosen = (
            mutant
            for number, mutant in enumerate(mutations.mutants(seed, count))
            if (number // _RECOGNISED % _RECOGNISED == 0) == ocr
        )
        results += trial.results(chosen)
    sys.stdout.write(summary(results) + "\n")
    found = [fault for result in results for fault in faults(result)]
    sys.stdout.write("".join(f"\n{fault}" for fault in found) + "\n" * bool(found))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
