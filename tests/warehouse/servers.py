"""A PostgreSQL server of the tests' own, on loopback, gone when they end."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_SECONDS = 30.0
# What makes a server safe against a power cut makes it slow: here nobody would miss the data.
_HASTY = ("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")


@contextmanager
def postgresql(postgres: Path, *, hasty: bool = True) -> Iterator[str]:
    """A server; gives the URL of its database.

    Args:
        postgres: the server's program.
        hasty: whether it need not survive a power cut.
    """
    with tempfile.TemporaryDirectory(prefix="spec-parser-") as made:
        folder = Path(made)
        by = _unprivileged(folder)
        initdb = postgres.resolve().with_name("initdb")
        options = ("-D", str(folder / "data"), "-U", "tests", "-A", "trust", "-E", "UTF8", "--no-sync")
        subprocess.run([*by, str(initdb), *options], check=True, capture_output=True, cwd=folder)
        port = _free_port()
        where = ("-D", str(folder / "data"), "-h", "127.0.0.1", "-p", str(port), "-k", str(folder))
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [*by, str(postgres), *where, *(_HASTY if hasty else ())], stdout=log, stderr=log, cwd=folder
            )
        url = f"postgresql://tests@127.0.0.1:{port}/postgres"
        try:
            _wait(url, server, folder / "log")
            yield url
        finally:
            server.terminate()
            server.wait(_SECONDS)


def _unprivileged(folder: Path) -> tuple[str, ...]:
    """How a program is started as the server's own user: it refuses to run as root."""
    if os.geteuid() != 0:
        return ()
    user = pwd.getpwnam("postgres")
    os.chown(folder, user.pw_uid, user.pw_gid)
    setpriv = shutil.which("setpriv")
    assert setpriv is not None, "needs setpriv, of util-linux"
    return (setpriv, f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(url: str, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _SECONDS
    while True:
        try:
            psycopg.connect(url).close()
        except psycopg.OperationalError:
            assert server.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.05)
        else:
            return


@contextmanager
def schema(server: str, name: str) -> Iterator[str]:
    """An empty schema of a server's database; gives the URL by which it is the one that is used."""
    with psycopg.connect(server, autocommit=True) as base:
        base.execute(f'CREATE SCHEMA "{name}"')
        try:
            yield f"{server}?options=-csearch_path%3D{name}"
        finally:
            base.execute("SET client_min_messages = warning")
            base.execute(f'DROP SCHEMA "{name}" CASCADE')
