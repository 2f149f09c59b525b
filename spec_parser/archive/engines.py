"""Who converts the chunks: processes on one machine. Another engine is one more class with the same `run`."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Protocol

from spec_parser.archive.settings import Settings
from spec_parser.archive.shards import Conversion, Shard, convert
from spec_parser.archive.sources import Source
from spec_parser.errors import SpecParserError

# Chunks that wait for a worker, a worker: enough that none is idle, few enough that memory is flat.
_WAITING = 2
_LOST = "made the process that read it end; look at the file, or leave it out"


def lost(source: Source) -> Shard:
    """What became of a source that ended each process that read it."""
    return Shard(None, (Conversion(source, None, "refused", _LOST, None, None, 0.0, 0, ()),))


def _submit(pool: ProcessPoolExecutor, chunk: Sequence[Source], settings: Settings, shards: str) -> Future[Shard]:
    """Have a pool convert a chunk. A pool that has just lost a process says so in the future."""
    try:
        return pool.submit(convert, chunk, settings, shards)
    except BrokenProcessPool as error:
        future: Future[Shard] = Future()
        future.set_exception(error)
        return future


class NoProcessesError(SpecParserError):
    """No process can be started to convert in."""


class Engine(Protocol):
    """Converts chunks of sources.

    Attributes:
        has_processes: whether processes can be started on this machine.
    """

    has_processes: bool

    def run(self, chunks: Iterable[Sequence[Source]], settings: Settings, shards: str) -> Iterator[Shard]:
        """What became of each chunk, in whatever order. Never raises for what a source is."""


class Here:
    """Converts in this process: for few sources, and to find faults."""

    has_processes = False

    def run(self, chunks: Iterable[Sequence[Source]], settings: Settings, shards: str) -> Iterator[Shard]:
        """What became of each chunk."""
        for chunk in chunks:
            yield convert(chunk, settings, shards)


class Processes:
    """Converts in a number of processes on this machine. PDFium takes one thread a process."""

    has_processes = True

    def __init__(self, workers: int) -> None:
        self._workers = workers

    def run(self, chunks: Iterable[Sequence[Source]], settings: Settings, shards: str) -> Iterator[Shard]:
        """What became of each chunk. A chunk that ends its process is divided until the source is found that did it."""
        remaining = iter(chunks)
        pool = self._pool()
        running: dict[Future[Shard], Sequence[Source]] = {}
        try:
            while True:
                for chunk in islice(remaining, self._workers * (1 + _WAITING) - len(running)):
                    running[_submit(pool, chunk, settings, shards)] = chunk
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                try:
                    for future in done:
                        shard = future.result()
                        del running[future]
                        yield shard
                except BrokenProcessPool:
                    chunks_lost = list(running.values())
                    running.clear()
                    pool.shutdown(cancel_futures=True)
                    pool = self._pool()
                    yield from self._one_by_one(chunks_lost, settings, shards)
        finally:
            pool.shutdown(cancel_futures=True)

    def _one_by_one(self, chunks: Iterable[Sequence[Source]], settings: Settings, shards: str) -> Iterator[Shard]:
        """Convert the sources of lost chunks, each by itself, so that only the one that ends its process is lost.

        Raises:
            NoProcessesError: it is no source that ends the processes.
        """
        self._try()
        for chunk in chunks:
            pool = self._pool(workers=1)
            for source in chunk:
                try:
                    yield pool.submit(convert, (source,), settings, shards).result()
                except BrokenProcessPool:
                    pool = self._pool(workers=1)
                    yield lost(source)
            pool.shutdown()

    def _try(self) -> None:
        """Have a process do nothing."""
        with self._pool(workers=1) as pool:
            try:
                pool.submit(len, ()).result()
            except BrokenProcessPool as error:
                raise NoProcessesError(
                    "processes cannot be started here: convert in this one (--workers 1; from Python, `Here()`), or"
                    ' call from a file that begins its work below `if __name__ == "__main__":`'
                ) from error

    def _pool(self, workers: int | None = None) -> ProcessPoolExecutor:
        context = get_context("forkserver")
        context.set_forkserver_preload([convert.__module__])  # loaded once, and not by every process
        return ProcessPoolExecutor(workers or self._workers, mp_context=context)
