"""Rows of a table by what they belong to, made into records only when they are asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

import polars as pl

from stemma.frames import records_of

Record = TypeVar("Record")
Made = TypeVar("Made")

_MOST = 20_000  # owners whose records are kept; of a small case that is all of them


class Groups(Mapping[str, list[Record]], Generic[Record]):
    """Owner -> its records, by the columns of `keys` (else in the order of the frame); rows of nobody are
    left out. Records are made once for each owner and kept, at most those of `_MOST` owners; the frame is
    not copied."""

    def __init__(
        self,
        record: type[Record],
        frame: pl.DataFrame,
        owner: str,
        keys: pl.DataFrame | None = None,
    ) -> None:
        self._record = record
        self._frame = frame
        numbered = frame.select(_OWNER=owner).with_row_index("_ROW")
        if keys is not None:
            numbered = pl.concat([numbered, keys], how="horizontal")
        known = numbered.filter(pl.col("_OWNER").is_not_null())
        by = ["_OWNER", *(keys.columns if keys is not None else ())]
        ordered = known.sort(by, maintain_order=True)
        self._order = ordered["_ROW"]
        counted = ordered.group_by("_OWNER", maintain_order=True).len()
        self._spans: dict[str, tuple[int, int]] = {}
        at = 0
        for name, rows in counted.iter_rows():
            self._spans[name] = (at, at + rows)
            at += rows
        self._kept: dict[str, list[Record]] = {}

    def __getitem__(self, name: str) -> list[Record]:
        found = self._kept.get(name)
        if found is None:
            start, end = self._spans[name]
            found = records_of(self._record, self._frame[self._order[start:end]])
            if len(self._kept) >= _MOST:
                self._kept = {}
            self._kept[name] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


class Ones(Mapping[str, Record], Generic[Record]):
    """Id -> its record, made when it is asked for."""

    def __init__(self, record: type[Record], frame: pl.DataFrame) -> None:
        self._record, self._frame = record, frame
        self._at = {name: n for n, name in enumerate(frame["id"])}

    def __getitem__(self, name: str) -> Record:
        return records_of(self._record, self._frame.slice(self._at[name], 1))[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self._at)

    def __len__(self) -> int:
        return len(self._at)


class Lazily(Mapping[str, Made], Generic[Made]):
    """Name -> what a function makes of it, once."""

    def __init__(self, names: Mapping[str, object], make: Callable[[str], Made]) -> None:
        self._names, self._make = names, make
        self._kept: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        found = self._kept.get(name)
        if found is None:
            if name not in self._names:
                raise KeyError(name)
            found = self._kept[name] = self._make(name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
