"""Runs the parse table that lark makes of a grammar, with less work than lark's own loop.

Grammar, table, terminals and the order in which they are tried are all lark's; `from_lark` takes them out of a parser
that lark has made. What is left out here is what takes lark longest: lines and columns of tokens, trees for rules that
are inlined, and all that is kept for reports. So a text that does not parse is not explained: whoever wants to know why
asks lark. A test compares both on many texts.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from spec_parser.parse_table import Rule, Table

_END = "$END"
_Children = list[Any]


class Token(str):
    """A piece of the text, the name of the terminal that it is, and where it stands."""

    __slots__ = ("end_pos", "start_pos", "type")

    type: str
    start_pos: int
    end_pos: int


_Make = Callable[[_Children], Any]
_Match = Callable[[str, int], "re.Match[str] | None"]
# What the token that comes next makes of a state. Of a rule that ends before it, the size, the name, and what makes its
# value of its parts; None if it is the value of its only part. Else one of the sizes below.
_Move = tuple[int, Any, Any]


class _Sign(NamedTuple):
    """A token that stands for no piece of the text."""

    type: str


_LAST = (_Sign(_END),)
_UNREADABLE = _Sign("")
# The size of a rule that grows: of its parts only the second one is taken off the stack.
_GROWING = -1
# The token is taken: the state it leads to, and what makes the value of it, None if it is the token.
_TAKEN = -2
# The token is taken, and added to the list that grows: there is no other state then, but what adds it.
_ADDED = -3


class Parser:
    """Parses with one table and the object whose methods make values of its rules.

    Patterns are compiled, and rules made ready, when they are met: few texts need many of them.
    """

    def __init__(self, table: Table, builder: object) -> None:
        self._table = table
        self._builder = builder
        self._reductions: list[_Move | None] = [None] * len(table.rules)
        self._moves: list[dict[str, _Move]] = [{} for _ in table.states]
        self._matches: dict[int, _Match] = {}

    def parse(self, text: str) -> Any:
        """What the builder makes of the text; None where the text is not of this grammar."""
        stack: list[int] = [self._table.start]
        return self._run(self._tokens(text, stack), stack)

    def parse_tokens(self, tokens: Iterable[Any]) -> Any:
        """What the builder makes of tokens, which have a `type` each; None where they are not of this grammar."""
        return self._run(tokens, [self._table.start])

    def _tokens(self, text: str, stack: list[int]) -> Iterator[Token | _Sign]:
        """The tokens of a text. Which terminals may come next is told by the state on top of the stack."""
        ignored, matches, lexer_of = self._table.ignored, self._matches, self._table.lexer_of
        position, length = 0, len(text)
        while position < length:
            number = lexer_of[stack[-1]]
            found = (matches.get(number) or self._match(number))(text, position)
            if found is None:
                yield _UNREADABLE
                return
            start, position = position, found.end()
            kind = found.lastgroup or ""  # each alternative of the pattern is a group
            if kind in ignored:
                continue
            token = Token(found[0])
            token.type, token.start_pos, token.end_pos = kind, start, position
            yield token

    def _run(self, tokens: Iterable[Any], stack: list[int]) -> Any:
        """End the rules that end before each token, then take it."""
        states, moves = self._table.states, self._moves
        values: list[Any] = []
        state = stack[-1]
        for token in chain(tokens, _LAST):
            kind = token.type
            while True:
                try:
                    size, where, make = moves[state][kind]
                except KeyError:
                    move = self._move(state, kind)
                    if move is None:
                        return values[-1] if state == self._table.end and kind == _END else None
                    size, where, make = move
                if size == _ADDED:  # the list belongs to nobody else; copying it would take the square of its length
                    make(values[-1], token)
                    break
                if size == _TAKEN:
                    state = where
                    stack.append(state)
                    values.append(token if make is None else make(token))
                    break
                if size == 1:
                    stack[-1] = state = states[stack[-2]][where]
                    if make is not None:
                        values[-1] = make([values[-1]])
                elif size == _GROWING:
                    stack.pop()
                    part = values.pop()
                    make(values[-1], part)
                    state = stack[-1]
                else:
                    first = len(values) - size
                    parts = values[first:]
                    del values[first:], stack[first + 1 :]
                    state = states[stack[-1]][where]
                    stack.append(state)
                    values.append(make(parts))
        return None

    def _move(self, state: int, kind: str) -> _Move | None:
        """What a token makes of a state in which none like it came before; None where it cannot come."""
        action = self._table.states[state].get(kind)
        if action is None:
            return None
        move = self._taken(state, action) if action >= 0 else self._reduction(~action)
        self._moves[state][kind] = move
        return move

    def _taken(self, state: int, target: int) -> _Move:
        """What a token does that leads from one state to another.

        A rule that ends with it, and has it for its only part, ends at once if nothing else can follow, and so does
        one that grows by it: that comes to the same, and is faster. The terminals that may come next are told by the
        state, and must come to the same too.
        """
        states, lexer_of = self._table.states, self._table.lexer_of
        made: list[_Make] = []
        end = target
        while lexer_of[end] == lexer_of[target]:
            before = _TAKEN, end, _one_by_one(tuple(made))
            actions = {*states[end].values()}
            action = actions.pop() if len(actions) == 1 else 0
            if action >= 0:
                return before
            size, origin, make = self._reduction(~action)
            if size == _GROWING and lexer_of[state] == lexer_of[target]:
                return _ADDED, None, _adding(tuple(made), make)
            if size != 1:
                return before
            if make is not None:
                made.append(make)
            end = states[state][origin]
        return before

    def _reduction(self, number: int) -> _Move:
        """How a rule ends."""
        found = self._reductions[number]
        if found is None:
            rule = self._table.rules[number]
            size, make = (_GROWING, _adder(rule)) if rule.grows else (rule.size, _maker(rule, self._builder))
            self._reductions[number] = found = (size, rule.origin, make)
        return found

    def _match(self, number: int) -> _Match:
        lexer = self._table.lexers[number]
        self._matches[number] = match = re.compile(lexer.pattern, lexer.flags).match
        return match


def _one_by_one(made: tuple[_Make, ...]) -> Callable[[Any], Any] | None:
    """What makes of a token the value of the rules that it alone makes, each of the one before."""
    if not made:
        return None

    def make(value: Any) -> Any:
        for step in made:
            value = step([value])
        return value

    return make


def _adding(made: tuple[_Make, ...], add: Callable[[_Children, Any], None]) -> Callable[[_Children, Any], None]:
    """What adds to a list the value that rules make of a token."""
    make = _one_by_one(made)
    if make is None:
        return add
    if made == (list,) and add == list.extend:
        return list.append
    return lambda values, token: add(values, make(token))


def _maker(rule: Rule, builder: object) -> _Make | None:
    """What makes the value of a rule of its parts: the builder's method, or for one that is inlined its children."""
    gather = _gatherer(rule)
    if rule.method is None:
        return None if rule.size == 1 and isinstance(gather, itemgetter) else gather
    build: _Make = getattr(builder, rule.method)
    return build if gather is list else lambda parts: build(gather(parts))


def _gatherer(rule: Rule) -> Callable[[_Children], _Children]:
    """What makes the children of a rule of its parts."""
    taken, absent = rule.taken, rule.absent
    if taken is None:
        return list
    if len(taken) == 1 and taken[0][1:] == (True, 0) and not absent:  # by far the commonest
        return itemgetter(taken[0][0])

    def gather(parts: _Children) -> _Children:
        children: _Children | None = None
        for place, inlined, before in taken:
            if before:
                children = [*(children or ()), *([None] * before)]
            part = parts[place]
            if children is None:
                children = part if inlined else [part]
            elif inlined:
                children += part
            else:
                children.append(part)
        return [*(children or ()), *([None] * absent)] if absent else children or []

    return gather


def _adder(rule: Rule) -> Callable[[_Children, Any], None]:
    """What adds the second part of a rule that grows to the first."""
    _, (_, inlined, _) = rule.taken or ()
    return list.extend if inlined else list.append
