"""On a dask cluster the same archive comes out, even if a worker is killed on the way."""

import os
import signal
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from spec_parser.archive import running
from spec_parser.archive.distributed import Dask, NoClusterError
from spec_parser.archive.settings import Settings
from spec_parser.archive.shards import Shard
from tests.archive.archives import convert, dies_of_minutes, lasting, small

distributed: Any = import_module("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # what dask's own threads leave open when they are killed


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as found:
        yield found


class _Killing(Dask):
    """Kills one of the cluster's workers as soon as the first chunk is done."""

    def __init__(self, cluster: Any) -> None:
        super().__init__(cluster.scheduler_address, workers=2)
        self._cluster = cluster
        self.killed: int | None = None

    def run(self, chunks: Any, settings: Settings, shards: str) -> Iterator[Shard]:
        for shard in super().run(chunks, settings, shards):
            if self.killed is None:
                with distributed.Client(self._cluster) as client:
                    self.killed = next(iter(client.run(os.getpid).values()))
                os.kill(self.killed, signal.SIGKILL)
            yield shard


def _many(folder: Path) -> Path:
    small(folder)
    for path in list(folder.iterdir()):
        for number in range(6):
            (folder / f"copy-{number}-{path.name}").write_bytes(path.read_bytes())
    return folder


def test_a_killed_worker_costs_nothing(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = _many(tmp_path / "given")
    monkeypatch.setattr(running, "SOURCES_A_CHUNK", 5)
    convert(given, out=tmp_path / "here")
    engine = _Killing(cluster)
    summary = convert(given, out=tmp_path / "there", engine=engine)
    assert engine.killed is not None
    assert summary.outcomes == {"converted": 56, "refused": 7}
    assert lasting(tmp_path / "there") == lasting(tmp_path / "here")


def test_a_source_that_ends_every_worker_is_lost_alone(
    cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = small(tmp_path / "given")
    monkeypatch.setattr("spec_parser.archive.distributed.convert", dies_of_minutes)
    with distributed.Client(cluster) as client:
        client.run_on_scheduler(lambda dask_scheduler: setattr(dask_scheduler, "allowed_failures", 1))
    convert(given, out=tmp_path / "there", engine=Dask(cluster.scheduler_address))
    with pytest.MonkeyPatch.context():
        quarantine = (tmp_path / "there" / "quarantine.ndjson").read_text(encoding="utf-8")
    assert quarantine.count("\n") == 1
    assert "minutes.txt" in quarantine
    assert "made the process that read it end" in quarantine


def test_no_cluster_is_one_line(tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    with pytest.raises(NoClusterError, match=r"^tcp://127\.0\.0\.1:9: no dask scheduler answers there: "):
        convert(given, out=tmp_path / "out", engine=Dask("tcp://127.0.0.1:9"))
