"""Takes out of a grammar that lark has built what this program runs: the parse table, or the words of a word list.

Only for grammars that were not compiled ahead, and to compile them: a text is read without lark.
"""

from typing import TYPE_CHECKING, Any

from spec_parser.beginnings import beginnings
from spec_parser.lexicon import Lexicon
from spec_parser.parse_table import Lexer, Rule, Table

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule as LarkRule
    from lark.lexer import BasicLexer


def table(lark: "Lark") -> Table:
    """The table of a parser that lark has made."""
    parse_table: Any = lark.parser.parser._parse_table  # noqa: SLF001 - lark shows it to nobody else
    (start,) = parse_table.start_states
    numbers = {state: number for number, state in enumerate(parse_table.states)}
    rules: dict[LarkRule, int] = {}
    states = []
    for row in parse_table.states.values():
        actions = {}
        for name, (action, argument) in row.items():
            shifts = str(action) == "Shift"
            actions[name] = numbers[argument] if shifts else ~rules.setdefault(argument, len(rules))
        states.append(actions)
    lexers: dict[Lexer, int] = {}
    lexer_of = [lexers.setdefault(_lexer(lark.parser.lexer.lexers[state]), len(lexers)) for state in numbers]
    return Table(
        states=tuple(states),
        rules=tuple([_rule(rule, placeholders=lark.options.maybe_placeholders) for rule in rules]),
        lexers=tuple(lexers),
        lexer_of=tuple(lexer_of),
        ignored=tuple(sorted(lark.lexer_conf.ignore)),
        start=numbers[parse_table.start_states[start]],
        end=numbers[parse_table.end_states[start]],
    )


def _rule(rule: "LarkRule", *, placeholders: bool) -> Rule:
    from lark.parse_tree_builder import maybe_create_child_filter

    options, name = rule.options, rule.origin.name
    inlined = name.startswith("_")
    if options.expand1 or (inlined and rule.alias):
        raise NotImplementedError(
            f"{name} is a rule of a kind that no grammar here has had: teach parse_table.py, lalr.py and this of it"
        )
    absent = list(options.empty_indices) if placeholders else []
    chosen: Any = maybe_create_child_filter(
        rule.expansion, options.keep_all_tokens, ambiguous=False, _empty_indices=absent
    )
    taken, after = None, 0
    if chosen is not None:
        parts, *rest = chosen.args
        taken = tuple([(place, inlined, before[0] if before else 0) for place, inlined, *before in parts])
        after = rest[0] if rest else 0
    method = None if inlined else rule.alias or options.template_source or name
    grows = (
        inlined
        and len(rule.expansion) == 2
        and rule.expansion[0] == rule.origin
        and taken in (((0, True, 0), (1, False, 0)), ((0, True, 0), (1, True, 0)))
    )
    return Rule(name, method, len(rule.expansion), taken, after, grows)


def _lexer(lexer: "BasicLexer") -> Lexer:
    scanner: Any = lexer.scanner
    patterns = [compiled.pattern for compiled in scanner._mres]  # noqa: SLF001
    if lexer.callback or len(patterns) > 1:
        raise NotImplementedError(
            "A terminal is a word of another one, or there are too many: teach parse_table.py, lalr.py and this of it"
        )
    return Lexer(patterns[0] if patterns else "(?!)", scanner.g_regex_flags)


def lexicon(lark: "Lark") -> Lexicon:
    """The lexicon of a grammar that lark has built; what it ignores are blanks."""
    lexers = lark.parser.lexer.lexers.values()
    terminals = max((lexer.terminals for lexer in lexers), key=len)
    terminals = [terminal for terminal in terminals if terminal.name not in lark.lexer_conf.ignore]
    begun = [beginnings(terminal.pattern.to_regexp()) for terminal in terminals]

    def tried(words: str) -> tuple[int, ...]:
        can = {words, words.split(" ", maxsplit=1)[0]}
        return tuple([number for number, first in enumerate(begun) if first is None or can & first])

    return Lexicon(
        kinds=tuple([terminal.name for terminal in terminals]),
        patterns=tuple([terminal.pattern.to_regexp() for terminal in terminals]),
        tried={words: tried(words) for words in sorted({words for first in begun for words in first or ()})},
        otherwise=tried(""),
    )
