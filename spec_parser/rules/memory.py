"""What several rules ask of a subject is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spec_parser.rules.subject import Subject

T = TypeVar("T")


def once(function: Callable[[Subject], T]) -> Callable[[Subject], T]:
    """A function of a subject that remembers its answer with it; the answer must be nothing that is used up."""

    @wraps(function)
    def asked(subject: Subject) -> T:
        memory = subject.memory
        if function not in memory:
            memory[function] = function(subject)
        answer: T = memory[function]
        return answer

    return asked
