"""How errors of other programs, and numbers, become sentences of ours."""


def sentence(text: object) -> str:
    """A text or an error as a sentence, with one mark at its end."""
    said = str(text).strip() or type(text).__name__
    return said if said.endswith(("!", "?")) else f"{said.rstrip('. ')}."


def some(count: int, noun: str) -> str:
    """A number of things, such as `1 line`, `2 lines`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def remedy_for(error: OSError) -> str:
    """What to do about a file that can't be opened."""
    if isinstance(error, PermissionError):
        return "Check its permissions."
    if isinstance(error, FileNotFoundError):
        return "Take it out of the pile, or bring back what it was or points to."
    return "Take it out of the pile, or fetch it again."
