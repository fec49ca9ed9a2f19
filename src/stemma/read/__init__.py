"""Files -> records of articles: sniffing, decoding, and one reader for each format.

Readers sit in a plain dict (`READERS`); each takes the decoded text of one file and yields what it
found, whole or as an error.
"""

from stemma.read.files import Source, digest, printable, sources, stdin_source
from stemma.read.readers import READERS, read_source

__all__ = ["READERS", "Source", "digest", "printable", "read_source", "sources", "stdin_source"]
