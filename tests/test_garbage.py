"""Looking for garbage seldom ends with the work that it was for."""

import gc

import pytest

from spec_parser.garbage import seldom_collected


@seldom_collected()
def thresholds(*, failing: bool) -> tuple[int, int, int]:
    """What is in force during a piece of work."""
    if failing:
        raise ValueError("failed")
    return gc.get_threshold()


def test_garbage_is_looked_for_seldom_while_work_lasts() -> None:
    usual = gc.get_threshold()
    during = thresholds(failing=False)
    assert during[0] > 10 * usual[0]
    assert gc.get_threshold() == usual


def test_work_that_fails_leaves_no_trace() -> None:
    usual = gc.get_threshold()
    with pytest.raises(ValueError, match="failed"):
        thresholds(failing=True)
    assert gc.get_threshold() == usual
