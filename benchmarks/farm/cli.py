"""The command line of the farm."""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.farm.library import HERE, load_library
from benchmarks.farm.pile import Options, make_pile
from benchmarks.farm.truth import write_pile
from benchmarks.farm.wires import WireError


def main(argv: Sequence[str] | None = None) -> int:
    """Make a pile and write it; 0 when done, 2 for a wrong use."""
    args = _parser().parse_args(argv)
    options = Options(
        args.articles, args.seed, args.swap, args.events, args.withhold, args.size_kb, args.chain
    )
    if args.out.exists() and (not args.out.is_dir() or any(args.out.iterdir())):
        return _wrong(f"{args.out} exists and is not an empty folder: name a new one with --out")
    try:
        library = load_library(args.library)
        pile = make_pile(library, options)
    except (WireError, ValueError) as error:
        return _wrong(str(error))
    write_pile(pile, library, args.out)
    print(f"{len(pile.pages)} articles and truth.json written to {args.out}")
    return 0


def _wrong(message: str) -> int:
    print(f"farm: {message}", file=sys.stderr)
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.farm",
        description="Make a pile of spun articles, with the truth.",
    )
    add = parser.add_argument
    add("--articles", type=_count, required=True, metavar="N", help="how many articles")
    add("--seed", type=int, required=True, metavar="S", help="same seed, same bytes")
    add("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    add("--swap", type=_share, default=0.2, help="share of swappable places (default 0.2)")
    add(
        "--events",
        type=_weights,
        default={},
        metavar="A,B=3",
        help="these events only, by id, each with a weight if given (default: all alike)",
    )
    add("--withhold", type=_share, default=0.33, help="wires kept back whole (default 0.33)")
    add("--size-kb", type=_size, default=4.0, help="mean size of an article (default 4)")
    add("--chain", type=_share, default=0.0, help="passages from earlier pages (default 0)")
    add(
        "--library",
        type=Path,
        default=HERE,
        metavar="DIR",
        help="a folder with wires/, events/, swaps.toml, sites.toml, or some of them",
    )
    return parser


def _number(check: Callable[[float], bool], wanted: str) -> Callable[[str], float]:
    """A reader of numbers whose complaint says what was wanted."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not check(value):
            raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}")
        return value

    return read


_share = _number(lambda value: 0 <= value <= 1, "a share between 0 and 1")
_size = _number(lambda value: 0 < value < 1000, "a size in KB between 0 and 1000")
_weight = _number(lambda value: 0 < value < math.inf, "a weight above 0")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of articles above 0")
    return int(text)


def _weights(text: str) -> dict[str, float]:
    pairs = [part.partition("=") for part in text.split(",")]
    return {event.strip(): _weight(weight) if equals else 1.0 for event, equals, weight in pairs}
