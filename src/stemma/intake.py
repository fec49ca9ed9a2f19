"""Which files a build has to read: those whose name and bytes the case has not met, those that gave
nothing the last time, and those that are now to be read otherwise."""

import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from stemma.errors import Remark, Unreadable
from stemma.frames import in_other_language
from stemma.model import Failure
from stemma.read import (
    Given,
    Options,
    Source,
    digest,
    load_meta,
    meta_text,
    printable,
    rows_about,
    sources,
    stdin_source,
    unambiguous,
)

_SCHEMA = pl.Schema(
    dict.fromkeys(("key", "id", "locator", "path"), pl.String)
    | {"data": pl.Binary, "options": pl.String, "meta": pl.String}
)


class Pile(NamedTuple):
    """What a build is given. `paths`: files and folders, `-` for `stdin`; `meta`: a table beside
    them, by path."""

    paths: Sequence[str] = ()
    stdin: bytes | None = None
    options: Options = Options()
    meta: str | None = None


class Intake(NamedTuple):
    """What is to be read. `fresh`: a row for each file; `places`: all files of the pile and where
    they lie; `known`: how many of them need not be read again; `meta`: what the table beside it says."""

    fresh: pl.DataFrame
    failures: list[Failure]
    places: dict[str, str]
    known: int
    meta: Mapping[str, Given]


def new_sources(pile: Pile, known: Mapping[str, str]) -> Intake:
    """The files of a pile that have to be read. `known`: digest of what gave articles before -> how it
    was told to be read, empty if it was not told. Raises UsageError."""
    meta, bad_rows = load_meta(pile.meta, pile.options) if pile.meta else ({}, [])
    failures = [failure(Path(str(pile.meta)).name, error, "pile") for error in bad_rows]
    given = [one for one in _given(pile, failures) if not _is_meta(one, pile.meta)]
    meta, doubtful = unambiguous(meta, [one.locator for one in given])
    failures += [failure(Path(str(pile.meta)).name, error, "pile") for error in doubtful]
    elsewhere = frozenset(
        name for one in given for name in (one.locator, Path(one.locator).name) if name in meta
    )
    rows: dict[str, tuple[Source, str]] = {}
    for source in given:
        try:
            name = digest(source)
        except Unreadable as error:
            failures.append(failure(source.locator, error, "intake"))
            continue
        if name in rows and rows[name][0].path != source.path:
            failures.append(_twice(source))
        rows.setdefault(name, (source, meta_text(rows_about(meta, source.locator, elsewhere))))
    options = pile.options.text()
    values = [
        (_key(name, options + about), name, *source, options, about)
        for name, (source, about) in sorted(rows.items())
        # Told nothing, a file that was read stays as it was read.
        if name not in known or (options + about and options + about != known[name])
    ]
    fresh = pl.DataFrame(values, schema=_SCHEMA, orient="row")
    places = {printable(one.locator): _place(one) for one in given}
    return Intake(fresh, failures, places, len(rows) - len(fresh), meta)


def _given(pile: Pile, failures: list[Failure]) -> list[Source]:
    found: list[Source] = []
    for one in sources([path for path in pile.paths if path != "-"]):
        if isinstance(one, Unreadable):
            failures.append(failure(one.at, one, "intake"))
        else:
            found.append(one)
    found = _each_once(found, failures)
    if "-" in pile.paths and pile.stdin is not None:
        found.append(stdin_source(pile.stdin))
    return found


def _each_once(given: list[Source], failures: list[Failure]) -> list[Source]:
    """Files that several of the paths lead to, or links, once: by the longest name."""
    once: dict[str, Source] = {}
    for source in sorted(given, key=lambda one: (-len(one.locator), one)):
        first = once.setdefault(os.path.realpath(source.path), source)
        if first is not source and first.locator != source.locator:
            failures.append(_led_to(first, source))
    return sorted(once.values())


def _led_to(first: Source, other: Source) -> Failure:
    error = Remark(
        f"'{other.locator}' is the same file as '{first.locator}'.",
        "Two of the paths given lead to it, or a link does; it counts once.",
        "Nothing need be done.",
    )
    return failure(first.locator, error, "pile")


def _place(source: Source) -> str:
    return "" if source.data is not None else os.path.realpath(source.path)


def _is_meta(source: Source, meta: str | None) -> bool:
    """Whether a file of the pile is the table beside it."""
    return (
        bool(meta)
        and source.data is None
        and Path(source.path).resolve() == Path(str(meta)).resolve()
    )


def _key(name: str, told: str) -> str:
    return hashlib.sha256(f"{name}\x1f{told}".encode()).hexdigest()[:32]


def failure(locator: str, error: Unreadable, stage: str = "read") -> Failure:
    """An error as a row."""
    locator = printable(error.at or locator)
    what, why, remedy = map(printable, (error.what, error.why, error.remedy))
    name = hashlib.sha256(f"{locator}\x1f{what}\x1f{why}".encode()).hexdigest()[:12]
    outcome = "used" if isinstance(error, Remark) else "left out"
    return Failure(f"failure-{name}", locator, stage, outcome, what, why, remedy)


def _twice(source: Source) -> Failure:
    error = Remark(
        f"'{source.locator}' was given twice.",
        "Two folders hold a file of the same name and the same bytes; it counts once.",
        "Give the folder above both, if they are two carriers of one text.",
    )
    return failure(source.locator, error, "pile")


def remarks_on(articles: pl.DataFrame, meta: Mapping[str, Given]) -> list[Failure]:
    """What is to be said of all articles of a case together: texts that several have, paths that
    stand for several texts, rows of the table beside the pile that are about none."""
    return [
        *_equal(articles), *_several(articles), *_unmatched(articles, meta), *_other_languages(articles),
    ]  # fmt: skip


def _equal(articles: pl.DataFrame) -> list[Failure]:
    same = (
        articles.group_by("text").agg(pl.col("path").sort()).filter(pl.col("path").list.len() > 1)
    )
    return [_same_text(list(paths)) for paths in same["path"].sort()]


def _same_text(paths: list[str]) -> Failure:
    error = Remark(
        f"{len(paths):,} articles have the same text.",
        f"{_some(paths)} are equal to the letter. They count as {len(paths):,} carriers and one text.",
        "If they are one page that was saved twice, take one out: stemma remove CASE ARTICLE",
    )
    return failure(paths[0], error, "pile")


def _several(articles: pl.DataFrame) -> list[Failure]:
    many = articles.group_by("path").agg(pl.col("id").sort()).filter(pl.col("id").list.len() > 1)
    return [_versions(path, list(ids)) for path, ids in many.sort("path").iter_rows()]


def _versions(path: str, ids: list[str]) -> Failure:
    error = Remark(
        f"'{path}' stands for {len(ids)} articles: {', '.join(ids)}.",
        "Either the file has changed since it was read before, or two folders were given that each "
        "have a file of that name, or an archive has two members of it.",
        "If one of them is not wanted: stemma remove CASE ID",
    )
    return failure(path, error, "pile")


def _unmatched(articles: pl.DataFrame, meta: Mapping[str, Given]) -> list[Failure]:
    paths = articles["path"].to_list() if meta else []
    used = {name for path in paths for name in (path, Path(path).name)}
    return [_about_none(name) for name in sorted(set(meta) - used)]


def _other_languages(articles: pl.DataFrame) -> list[Failure]:
    others = articles.filter(in_other_language()).group_by("language").agg(pl.col("path").sort())
    found = []
    for language, paths in others.sort("language").iter_rows():
        error = Remark(
            f"{len(paths):,} article{' is' if len(paths) == 1 else 's are'} in another language than "
            f"English ({language}).",
            f"{_some(paths)}. They are compared for copies, and get no story and no statement.",
            "If that is wrong, correct their language in the case's corrections.toml.",
        )
        found.append(failure(paths[0], error, "pile"))
    return found


def _some(paths: list[str]) -> str:
    """A few paths, and how many more."""
    return ", ".join(paths[:4]) + (f" and {len(paths) - 4:,} more" if len(paths) > 4 else "")


def _about_none(name: str) -> Failure:
    error = Remark(
        f"The row on '{name}' in the table beside the pile is about no article.",
        "No article has that path or file name.",
        "Write the name as in: stemma show CASE articles",
    )
    return failure(name, error, "pile")
