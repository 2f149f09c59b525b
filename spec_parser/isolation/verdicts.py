"""What is said of a file whose worker came to no good end: one line, whatever happened."""

import signal

from spec_parser.errors import LimitError, TimeLimitError, UnreadableError
from spec_parser.isolation import answers, messages
from spec_parser.limits import MEGABYTE, Limits

_TRUST = "raise the limit if you trust the file"
_ANEW = "save it anew with the program it was made with"
_TIMES_UP = {-getattr(signal, name) for name in ("SIGXCPU", "SIGALRM") if hasattr(signal, name)}


def late(limits: Limits) -> TimeLimitError:
    """What to say of a file that takes too long."""
    return TimeLimitError(f"takes more than {limits.seconds:g} s to read, the limit; {_TRUST}")


def failed(limits: Limits, words: messages.Failed) -> UnreadableError:
    """What to say of a file whose worker has told of an error, and ended."""
    if words.error == "MemoryError":
        return LimitError(f"takes more than {limits.memory / MEGABYTE:g} MB of memory to read, the limit; {_TRUST}")
    return answers.refusal(words)


def died(limits: Limits, status: int | None) -> UnreadableError:
    """What to say of a file whose worker has ended without a word."""
    if status in _TIMES_UP:
        return late(limits)
    if status is None or status >= 0:
        how = "end" if status is None else f"end with status {status}"
        return UnreadableError(f"made the process that reads it {how}: it is damaged or means harm; {_ANEW}")
    # Libraries in C crash too where they get no more memory.
    return UnreadableError(
        f"made the process that reads it crash ({_signal(-status)}): it is damaged, means harm, or takes more than"
        f" {limits.memory / MEGABYTE:g} MB of memory to read; {_ANEW}"
    )


def _signal(number: int) -> str:
    return signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"


def nonsense(error: answers.NonsenseError) -> UnreadableError:
    """What to say of a file whose worker gave an answer that cannot be true."""
    return UnreadableError(f"made the process that reads it answer nonsense ({answers.one_line(str(error))}); {_ANEW}")
