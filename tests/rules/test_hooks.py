"""The hooks for pre-commit are commands that there are."""

from pathlib import Path

import yaml

from spec_parser.cli.check import check

_HOOKS = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hooks_run_the_command_with_options_that_it_has() -> None:
    options = {option for parameter in check.params for option in parameter.opts}
    for hook in _HOOKS:
        command, subcommand, *rest = hook["entry"].split()
        assert (command, subcommand) == ("spec-parser", check.name)
        assert set(rest) <= options
    assert [hook["id"] for hook in _HOOKS] == ["spec-parser-check", "spec-parser-fix"]
