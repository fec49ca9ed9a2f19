"""What a form of a word may be of: `denied` of `deny`, `urging` of `urge`."""

from collections.abc import Iterator


def bases(word: str) -> Iterator[str]:
    """The words that a form in small letters may be of, whether there are such words or not."""
    for end in ("ies", "ied"):
        if word.endswith(end):
            yield word[: -len(end)] + "y"
    for end in ("ed", "ing", "es", "s", "d"):
        if word.endswith(end) and len(word) > len(end) + 2:
            stem = word[: -len(end)]
            yield stem + "e"
            yield stem
            if stem[-1] == stem[-2]:
                yield stem[:-1]
