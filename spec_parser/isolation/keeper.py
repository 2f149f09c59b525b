"""A worker is kept warm between files, replaced when it is gone, and given one file at a time."""

import contextlib
import threading

from spec_parser.document import Document
from spec_parser.errors import UnreadableError
from spec_parser.isolation import answers, messages, verdicts
from spec_parser.isolation.allowance import Allowance
from spec_parser.isolation.channel import BrokenChannelError, LateError
from spec_parser.isolation.process import Process, folder
from spec_parser.limits import MEGABYTE, Limits
from spec_parser.readers import kinds, options

_FRAME = 128 * MEGABYTE
"""Bytes that an answer may have: a document of as many characters as the limits allow, and where each word stands."""
_START = 30.0
"""Seconds that a worker may take to start and to load what reads a form."""
_GOING = 1.0
"""Seconds that a worker which has closed its socket may take to end."""


class Job:
    """A file to read, and what has become of it."""

    def __init__(self, kind: kinds.Kind, data: bytes, name: str | None, limits: Limits, how: options.Options) -> None:
        self.data = data
        self.name = name
        self.limits = limits
        shown = None if name is None else name.encode("utf-8", "replace").decode()
        self.request = messages.encode(messages.Request(kind, shown, limits, how))
        self.begun = False
        self.outcome: Document | UnreadableError | None = None


class Keeper:
    """Keeps one worker. Threads take turns."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._process: Process | None = None
        self._job: Job | None = None
        self._is_warm = self._has_folder = False

    def begin(self, job: Job) -> None:
        """Give a file to the worker, once it is done with the one before.

        Raises:
            UnreadableError: no worker can be started.
        """
        with self._lock:
            self._settle()
            self._ask(job)
            self._job = job

    def document(self, job: Job) -> Document:
        """Wait for what becomes of a file.

        Raises:
            UnreadableError: it cannot be read; LimitError, where it is larger than the limits allow.
        """
        with self._lock:
            if job.outcome is None:
                self._settle()
        if not isinstance(job.outcome, Document):
            raise job.outcome or UnreadableError("was not read, since another file was asked for first; read it again")
        return job.outcome

    def start(self, *, early: bool = False) -> Process:
        """The worker, which is started if there is none: early, by fork."""
        with self._lock:
            if self._process is None:
                self._process = Process(_FRAME, early=early)
                self._is_warm = self._has_folder = False
            return self._process

    def stop(self, patience: float = 0) -> int | None:
        """End the worker, if there is one; gives what it had ended with by itself."""
        with self._lock:
            process, self._process = self._process, None
            if process is None:
                return None
            status = process.stop(patience)
            if self._has_folder:
                from shutil import rmtree

                rmtree(folder(process.token), ignore_errors=True)
            return status

    def leave(self) -> None:
        """Let go of the worker in a process forked off this one: it belongs to the other."""
        if self._process is not None:
            self._process.channel.close()

    def _settle(self) -> None:
        """Wait for what becomes of the file that the worker has."""
        job, self._job = self._job, None
        if job is not None:
            try:
                job.outcome = self._wait(job)
            except UnreadableError as error:
                job.outcome = error

    def _ask(self, job: Job) -> None:
        """Give a file to the worker. If that fails, its answer fails too, and tells why."""
        channel = self.start().channel
        channel.expire(_START)
        with contextlib.suppress(BrokenChannelError, LateError):
            channel.send(job.request, job.data)

    def _wait(self, job: Job) -> Document:
        while True:
            try:
                return self._listen(job)
            except LateError as error:
                self.stop()
                raise verdicts.late(job.limits) from error
            except answers.NonsenseError as error:
                self.stop()
                raise verdicts.nonsense(error) from error
            except BrokenChannelError as error:
                had_read_enough = self._is_warm and not job.begun
                status = self.stop(_GOING)
                if not had_read_enough:
                    raise verdicts.died(job.limits, status) from error
                self._ask(job)

    def _listen(self, job: Job) -> Document:
        """The worker's answer; on the way, the time that it asks for is granted."""
        process = self.start()
        allowance = Allowance(job.limits, process.spent)
        while True:
            match answers.decode(process.channel.receive()):
                case messages.Begun() if not job.begun:
                    job.begun = True
                    allowance = Allowance(job.limits, process.spent)
                    process.channel.expire(allowance.left(), allowance.more)
                case messages.Slow(times) if job.begun and allowance.add(times):
                    self._has_folder = True
                    process.channel.expire(allowance.left(), allowance.more)
                case messages.Read() as told:
                    self._is_warm = True
                    return answers.document(told, job.data, job.name, job.limits)
                case messages.Refused() as refused:
                    self._is_warm = True
                    raise answers.refusal(refused)
                case messages.Failed() as failed:
                    self.stop(_GOING)
                    raise verdicts.failed(job.limits, failed)
                case other:
                    raise answers.NonsenseError(f"{type(other).__name__} where it has no place")
