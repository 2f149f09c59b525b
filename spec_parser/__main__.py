"""`python -m spec_parser`: the same as the command `spec-parser`."""

from spec_parser.cli.main import main

if __name__ == "__main__":
    main(prog_name="spec-parser")
