"""What a text calls somebody, without what it tells of him besides."""

import re

_AROUND = " ,;:–—-"
# `the ministry, which has run the camp since May`: only what follows a comma is told besides; `those who
# fled` says who is meant.
_BESIDES = re.compile(
    r"\s*[,–—]\s+(?:(?:\w+ ){0,2}of |for |with |in |by |to |from |at |on )?"
    r"(?:which|who|whose|whom|where|when)\b.*$",
    re.DOTALL,
)


def called(words: str) -> str:
    """The words for somebody without the commas around them and without a clause that tells more of him.
    Words that would be gone stay."""
    return _BESIDES.sub("", words).strip(_AROUND) or words.strip(_AROUND)
