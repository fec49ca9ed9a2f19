"""Names of files and folders: those that are no articles, and those that are no Unicode."""

import re
from collections.abc import Collection

_HIDDEN = (".", "~", "__MACOSX")
# What browsers call the folder beside a page that was saved whole.
_PARTS = re.compile(
    r"(?P<page>.+?)(?:[ _](?:files|bestanden|dateien|fichiers|archivos|arquivos|file|filer|pliki|soubory)"
    r"|[-.](?:files|Dateien|filer))$",
    re.I,
)
_DATABASE_PARTS = ("-wal", "-shm", "-journal")


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or left by a program for itself."""
    return name.startswith(_HIDDEN)


def is_page_part(folder: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that was saved beside it."""
    found = _PARTS.fullmatch(folder)
    return found is not None and any(
        f"{found['page']}{ending}" in beside
        for ending in (".html", ".htm", ".xhtml", ".HTML", ".HTM")
    )


def is_database_part(name: str, beside: Collection[str]) -> bool:
    """Whether a file is the journal of a database that lies beside it."""
    return any(name.endswith(end) and name[: -len(end)] in beside for end in _DATABASE_PARTS)


def printable(name: str) -> str:
    """A name or text with each half of a surrogate pair replaced, which no file and no table can
    hold. Its length stays."""
    return name.encode("utf-8", "replace").decode("utf-8")
