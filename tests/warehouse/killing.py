"""Loads that are killed at random moments: `make warehouse-soak` does it 50 times to PostgreSQL, tests a few times.

A load is killed by itself, at a certain one of its dealings with the target: so moments are spread over all that it
does, however fast the machine is.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from spec_parser.warehouse.targets.sql import SqlTarget
from tests.components import need
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.servers import postgresql, schema
from tests.warehouse.targets import held, loaded

_CLASSES = 20
_KILLS = 50
# Of a SQL target: all that it is asked to do by a load.
_DEALINGS = ("execute", "ask", "add")


def rounds(folder: Path) -> tuple[Path, Path]:
    """Two conversions: one of a class's revision each, one with newer, older and better read ones."""
    codes = [f"{number:04}AA" for number in range(_CLASSES)]
    shown = [Shown(code, "2010-01-01", ("Rows", "Mows"), pay="1000.00", message="Look.") for code in codes]
    first = [File(f"{one.code}.txt", 1, (one,)) for one in shown]
    second = [
        *(
            file._replace(converted=2, shows=(one._replace(duties=("Rows", "Sows")),))
            for file, one in zip(first, shown, strict=True)
        ),
        *(File(f"{one.code}.old", 2, (one._replace(effective="2001-01-01"),)) for one in shown),
        *(File(f"{one.code}.new", 2, (one._replace(effective="2020-01-01", pay="2000.00"),)) for one in shown),
    ]
    return write(folder / "first", first), write(folder / "second", second)


def killed(folder: Path, to: str, when: int, dealing: int) -> int | None:
    """Load a folder in a process that is killed at a dealing; gives how many there were where it came to its end."""
    arguments = [str(folder), to, str(when), str(dealing)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.warehouse.killing", *arguments], stdout=subprocess.PIPE, check=False
    )
    assert done.returncode in (0, -signal.SIGKILL)
    return int(done.stdout) if done.returncode == 0 else None


def tried(empty: Callable[[], Any], moments: Iterable[float]) -> Iterator[str]:
    """Kill a load at moments, each between 0 (its begin) and 1 (its end), in an empty target each time.

    Checks that nothing of it is there, unless it had come to its end, and that the next load makes up for it.
    """
    with tempfile.TemporaryDirectory(prefix="spec-parser-") as folder:
        first, second = rounds(Path(folder))
        with empty() as to:
            loaded(first, to, 1)
            before = held(to)
            dealings = killed(second, to, 2, 0)
            assert dealings is not None
            after = held(to)
        for moment in moments:
            dealing = 1 + int(moment * (dealings - 1))
            with empty() as to:
                loaded(first, to, 1)
                assert killed(second, to, 2, dealing) is None
                left = held(to)
                assert left in (before, after)
                loaded(second, to, 3)
                assert _without_loads(held(to)) == _without_loads(after) if left == before else held(to) == after
            yield f"killed at dealing {dealing} of {dealings}: {'as before' if left == before else 'it was done'}"


def _without_loads(rows: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """The same rows, whenever the second load was."""
    from tests.warehouse.targets import moment

    said = repr(sorted(rows.items())).replace(moment(3), moment(2))
    return {"all": sorted(said)}


def _die(dealing: int) -> list[int]:
    """Let this process be killed at a dealing with whatever target; 0 is never. Gives what counts them."""
    count = [0]

    def counting(of: Callable[..., Any]) -> Callable[..., Any]:
        def dealt(*arguments: Any) -> Any:
            count[0] += 1
            if count[0] == dealing:
                os.kill(os.getpid(), signal.SIGKILL)
            return of(*arguments)

        return dealt

    for kind in _kinds(SqlTarget):
        for name in _DEALINGS:
            if name in vars(kind):
                setattr(kind, name, counting(vars(kind)[name]))
    return count


def _kinds(kind: type[Any]) -> Iterator[type[Any]]:
    for below in kind.__subclasses__():
        yield below
        yield from _kinds(below)


def _child(folder: str, to: str, when: str, dealing: str) -> None:
    from importlib import import_module

    import_module(f"spec_parser.warehouse.targets.{to.partition(':')[0]}")
    count = _die(int(dealing))
    loaded(Path(folder), to, int(when))
    sys.stdout.write(str(count[0]))


def _main() -> None:
    chance = random.Random(8)
    with postgresql(need("postgres")) as server:
        names = iter(f"soak{number}" for number in range(_KILLS + 1))
        for number, line in enumerate(
            tried(lambda: schema(server, next(names)), (chance.random() for _ in range(_KILLS))), 1
        ):
            sys.stdout.write(f"{number}: {line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(*sys.argv[1:])
    else:
        _main()
