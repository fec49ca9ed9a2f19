"""What can go wrong, as one small tree. Each text says what happened, why, and what to do.

StemmaError
├── UsageError          the call itself is wrong                         (exit 2)
│   └── UnknownRow      an id or table name that the case does not hold  (exit 2)
├── NothingUsable       no article could be read from the whole pile     (exit 1)
├── CaseError           the case folder can't be used as it is           (exit 1)
├── ReaderError         the weights of the reader can't be used          (exit 1)
└── Unreadable          one file or record; becomes a row of `failures`, the rest goes on
    └── Remark          it was used, but not as it was given; becomes such a row too
"""


class StemmaError(Exception):
    """Base of all errors raised on purpose. `what`, `why` and `remedy` are whole sentences."""

    exit_status = 1

    def __init__(self, what: str, why: str = "", remedy: str = "") -> None:
        super().__init__(" ".join(part for part in (what, why, remedy) if part))
        self.what, self.why, self.remedy = what, why, remedy

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        # Worker processes send errors home by pickle, which would call __init__ with one text.
        return type(self), (self.what, self.why, self.remedy)


class UsageError(StemmaError):
    """The call itself is wrong."""

    exit_status = 2


class UnknownRow(UsageError):
    """An id or a table name that the case does not hold."""


class NothingUsable(StemmaError):
    """No article could be read from the whole pile."""


class CaseError(StemmaError):
    """The case folder can't be used as it is."""


class ReaderError(StemmaError):
    """The weights of the reader are missing or damaged, or a reader that was asked for is not there."""


class Unreadable(StemmaError):
    """One file or record can't be read; the rest of the pile goes on."""

    def __init__(self, what: str, why: str = "", remedy: str = "", at: str = "") -> None:
        """`at`: the locator of what can't be read, where it lies inside another file."""
        super().__init__(what, why, remedy)
        self.at = at

    def __reduce__(self) -> tuple[type, tuple[str, ...]]:
        return type(self), (self.what, self.why, self.remedy, self.at)


class Remark(Unreadable):
    """A file or record was used, but not as it was given."""
