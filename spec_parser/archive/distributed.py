"""Converts on many machines, by dask.distributed.

The chunks go to a cluster's workers, and all that they need is in a chunk and the settings. Sources and shards must be
where every worker reaches them: object storage, a shared disk.

Another engine of this kind (Ray, say) is one more class like this one.
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from itertools import islice
from typing import Any

from spec_parser.archive.engines import lost
from spec_parser.archive.settings import Settings
from spec_parser.archive.shards import Shard, convert
from spec_parser.archive.sources import Source
from spec_parser.errors import SpecParserError

# Chunks that wait for a worker, a worker.
_WAITING = 3
# Seconds after which it is asked whether there are any workers left.
_PATIENCE = 30


class NoClusterError(SpecParserError):
    """There is no cluster to convert on."""


class Dask:
    """Converts on a dask cluster; without an address, on one that is made on this machine for the run."""

    has_processes = False  # only the cluster's

    def __init__(self, address: str | None = None, workers: int = 2) -> None:
        self._address = address
        self._workers = workers

    def run(self, chunks: Iterable[Sequence[Source]], settings: Settings, shards: str) -> Iterator[Shard]:
        """What became of each chunk. Dask gives a chunk whose worker is lost to another one."""
        try:
            dask: Any = import_module("distributed")
        except ModuleNotFoundError as error:
            raise NoClusterError("--engine dask needs dask.distributed: pip install 'spec-parser[dask]'") from error
        remaining = iter(chunks)
        with self._client(dask.Client) as client:
            running: dict[Any, Sequence[Source]] = {}
            suspects: list[Source] = []

            def submit(chunk: Sequence[Source]) -> Any:
                future = client.submit(convert, chunk, settings, shards, pure=False)
                running[future] = chunk
                return future

            window = max(len(client.scheduler_info()["workers"]), self._workers) * (1 + _WAITING)
            for chunk in islice(remaining, window):
                submit(chunk)
            while running:
                for future in self._done(client, dask, list(running)):
                    chunk = running.pop(future)
                    try:
                        yield future.result()
                    except dask.KilledWorker:  # it was on several workers when they ended, by its own fault or not
                        suspects += chunk
                    future.release()
                    for following in islice(remaining, 1):
                        submit(following)
            # One by one, with nothing else at work, so that only the one that ends its worker is blamed.
            for source in suspects:
                future = submit((source,))
                try:
                    yield from (one.result() for one in self._done(client, dask, [future]))
                except dask.KilledWorker:
                    yield lost(source)

    def _done(self, client: Any, dask: Any, futures: list[Any]) -> list[Any]:
        """Those that are done, once one of them is.

        Raises:
            NoClusterError: the cluster has no worker any more.
        """
        while True:
            try:
                return list(dask.wait(futures, timeout=_PATIENCE, return_when="FIRST_COMPLETED").done)
            except TimeoutError as error:
                if not client.scheduler_info()["workers"]:
                    raise NoClusterError(
                        "the cluster has lost all its workers: start it anew; the next run goes on from here"
                    ) from error

    def _client(self, client: Any) -> Any:
        try:
            if self._address is not None:
                return client(self._address, timeout=20)
            return client(n_workers=self._workers, threads_per_worker=1, dashboard_address=None)
        except (OSError, ValueError) as error:
            raise NoClusterError(f"{self._address}: no dask scheduler answers there: {error}") from error
