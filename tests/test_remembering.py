from collections.abc import Callable

from spec_parser.remembering import remembering


def _noting(asked: list[str]) -> Callable[[str], str]:
    def read(text: str) -> str:
        asked.append(text)
        return text.upper()

    return read


def test_a_text_is_asked_once() -> None:
    asked: list[str] = []
    read = remembering(_noting(asked))
    assert [read("a"), read("b"), read("a")] == ["A", "B", "A"]
    assert asked == ["a", "b"]


def test_all_is_forgotten_when_there_is_too_much() -> None:
    asked: list[str] = []
    read = remembering(_noting(asked), 2)
    assert [read(text) for text in "abcbca"] == ["A", "B", "C", "B", "C", "A"]
    assert asked == ["a", "b", "c", "b", "a"]


def test_a_long_text_is_not_kept() -> None:
    asked: list[str] = []
    read = remembering(_noting(asked))
    kept, long = "a" * 4000, "b" * 4001
    assert [read(text) for text in (kept, kept, long, long)] == [kept.upper(), kept.upper(), long.upper(), long.upper()]
    assert asked == [kept, long, long]
