"""The farm: makes piles of spun articles out of invented wire reports, with the truth.

``python -m benchmarks.farm --help`` lists the options. From Python::

    library = load_library()
    pile = make_pile(library, Options(articles=20, seed=7))
    write_pile(pile, library, Path("pile"))

The farm knows nothing of stemma, and stemma knows nothing of the farm's swap list.
"""

from benchmarks.farm.library import Library, load_library
from benchmarks.farm.pile import Options, Pile, make_pile
from benchmarks.farm.truth import write_pile

__all__ = ["Library", "Options", "Pile", "load_library", "make_pile", "write_pile"]
