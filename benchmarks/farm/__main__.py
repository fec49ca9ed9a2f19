"""Lets ``python -m benchmarks.farm`` work."""

import sys

from benchmarks.farm.cli import main

if __name__ == "__main__":
    sys.exit(main())
