"""How every export is written: under a temporary name first, so that a stop leaves the old or the new."""

import os
from collections.abc import Iterable
from pathlib import Path


def write(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Writes text (as UTF-8) or bytes piece by piece, renames the file to `path`, and returns that."""
    temporary = path.with_name(f".{path.name}.writing")
    with open(temporary, "wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    os.replace(temporary, path)
    return path
