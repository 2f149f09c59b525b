"""A store of objects of the tests' own, on this machine."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import s3fs
from moto import server


def without_credentials(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """Take away all by which the store knows who asks; `home` is a folder without any."""
    s3fs.S3FileSystem.clear_instance_cache()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(home))


@contextmanager
def harbor(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A store with the empty bucket `harbor`, which s3:// leads to meanwhile; gives its file system."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    store = server.ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    store.start()
    for name, value in {
        "AWS_ACCESS_KEY_ID": "nobody",
        "AWS_SECRET_ACCESS_KEY": "nothing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    files = s3fs.S3FileSystem()
    files.mkdir("harbor")
    yield files
    s3fs.S3FileSystem.clear_instance_cache()
    files.rm("harbor", recursive=True)  # what is stored outlives its server, in this process
    store.stop()
