"""How every export is written: under a temporary name first, so that a stop leaves the old or the new;
and how text of strangers stands in XML."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ESCAPED = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Writes text (as UTF-8) or bytes piece by piece, renames the file to `path`, and returns that."""
    return write_abreast([path], ((piece,) for piece in pieces))[0]


def write_abreast(paths: Sequence[Path], rows: Iterable[Sequence[str | bytes]]) -> list[Path]:
    """The same for several files at once: each row has a piece for every file."""
    temporary = [path.with_name(f".{path.name}.writing") for path in paths]
    with ExitStack() as stack:
        files = [stack.enter_context(open(path, "wb")) for path in temporary]
        for row in rows:
            for file, piece in zip(files, row, strict=True):
                file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    for made, path in zip(temporary, paths, strict=True):
        os.replace(made, path)
    return list(paths)


def xml(text: str) -> str:
    """Text for an element of XML 1.0; what may not stand there is U+FFFD, and no line end is changed by a
    reader."""
    return _ESCAPED.sub(_escape, text)


def attributes(values: Mapping[str, str | None]) -> str:
    """Attributes with a blank before each; those that are None are left out."""
    return "".join(f' {k}="{_attribute(v)}"' for k, v in values.items() if v is not None)


def _attribute(text: str) -> str:
    return xml(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _escape(found: re.Match[str]) -> str:
    return _NAMED.get(found.group(), "\ufffd")
