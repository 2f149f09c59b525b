"""`python -m tests.forms [--all]`: what `make corpus` calls."""

import sys

from tests.forms.making import make

if __name__ == "__main__":
    anew = make(everything="--all" in sys.argv[1:])
    sys.stderr.write(f"corpus/forms: {len(anew)} files were printed anew\n")
