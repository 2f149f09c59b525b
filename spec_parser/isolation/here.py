"""The worker of this process: one for all its threads, none of a process that it was forked off."""

import atexit
import os
from typing import ClassVar

from spec_parser.document import Document
from spec_parser.isolation.keeper import Job, Keeper
from spec_parser.limits import Limits
from spec_parser.readers import kinds, options


class Here:
    """What belongs to this process; `others` are those of processes before it, which are theirs to wait for."""

    keeper = Keeper()
    others: ClassVar[list[Keeper]] = []


class Reading:
    """A file that is being read."""

    def __init__(self, keeper: Keeper, job: Job) -> None:
        self._keeper = keeper
        self._job = job

    def document(self) -> Document:
        """Wait for its document.

        Raises:
            UnreadableError: the file cannot be read; LimitError, where it is larger than the limits allow.
        """
        return self._keeper.document(self._job)


def begin(kind: kinds.Kind, data: bytes, *, name: str | None, limits: Limits, how: options.Options) -> Reading:
    """Have a worker begin to read a file.

    A worker reads one file at a time: beginning the next one waits for the one before.

    Args:
        kind: its form, any but text.
        data: its bytes.
        name: of the file, for the record and for messages.
        limits: what it may be, and what its reading may take.
        how: what the caller has chosen.

    Raises:
        UnreadableError: no worker can be started.
    """
    keeper, job = Here.keeper, Job(kind, data, name, limits, how)
    keeper.begin(job)
    return Reading(keeper, job)


def early() -> None:
    """Start the worker by fork. To be called before this process has loaded anything heavy or started a thread."""
    Here.keeper.start(early=True)


def _after_fork() -> None:
    before, Here.keeper = Here.keeper, Keeper()
    before.leave()
    Here.others.append(before)


def _at_exit() -> None:
    Here.keeper.stop()


atexit.register(_at_exit)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
