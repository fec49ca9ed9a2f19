"""How every export is written: under a temporary name first, so that a stop leaves the old or the new;
and how text of strangers stands in XML."""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_ESCAPED = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write(path: Path, pieces: Iterable[str | bytes]) -> Path:
    """Writes text (as UTF-8) or bytes piece by piece, renames the file to `path`, and returns that."""
    temporary = path.with_name(f".{path.name}.writing")
    with open(temporary, "wb") as file:
        for piece in pieces:
            file.write(piece if isinstance(piece, bytes) else piece.encode("utf-8"))
    os.replace(temporary, path)
    return path


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
