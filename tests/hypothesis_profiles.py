"""Hypothesis settings: the same examples on every run for `make test`, many random ones for `make fuzz`."""

import os

from hypothesis import HealthCheck, settings


def register() -> None:
    """Register both profiles and load the one that HYPOTHESIS_PROFILE names, `default` if it names none.

    EXAMPLES says how many are many, of each test: 20,000 if it says nothing.

    No deadline: a slow machine is no fault of the code; time is measured in benchmarks/.
    """
    settings.register_profile("default", deadline=None, derandomize=True, max_examples=300)
    settings.register_profile(
        "fuzz",
        deadline=None,
        derandomize=False,  # said, because Hypothesis derandomizes by itself where it sees that it runs in CI
        max_examples=int(os.environ.get("EXAMPLES", "20000")),
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
