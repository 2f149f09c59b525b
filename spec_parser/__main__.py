"""The command `spec-parser` as a process of its own; `python -m spec_parser` is the same."""

from spec_parser.garbage import seldom_collected


def run() -> None:
    """Run the command that the process was called with."""
    with seldom_collected():
        from spec_parser.cli.main import main  # loading it makes many objects

        main(prog_name="spec-parser")


if __name__ == "__main__":
    run()
