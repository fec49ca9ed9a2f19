"""Files -> records of articles: sniffing, decoding, and one reader for each format.

Formats sit in a plain dict (`formats`); a package adds one through the entry point group
`stemma.readers`. A reader is given a `File` and yields what it finds in it, whole (`Found`), as an
error (`Unreadable`), or as another file that lies inside (`File.inside`).
"""

from stemma.errors import Remark, Unreadable
from stemma.read.file import File
from stemma.read.files import Source, digest, sources, stdin_source
from stemma.read.formats import Format, formats
from stemma.read.found import Found, Given, Hint
from stemma.read.limits import Limits, Options, limits_of, options_of
from stemma.read.meta import load_meta, meta_of, meta_text, row_for, rows_about, unambiguous
from stemma.read.names import printable
from stemma.read.readers import Read, read_source
from stemma.read.records import FIELDS

__all__ = [
    "FIELDS",
    "File",
    "Format",
    "Found",
    "Given",
    "Hint",
    "Limits",
    "Options",
    "Read",
    "Remark",
    "Source",
    "Unreadable",
    "digest",
    "formats",
    "limits_of",
    "load_meta",
    "meta_of",
    "meta_text",
    "options_of",
    "printable",
    "read_source",
    "row_for",
    "rows_about",
    "sources",
    "stdin_source",
    "unambiguous",
]
