"""The case: the folder on disk that holds all that is known of one pile.

    tables/NAME.parquet     what users read: one consistent set, replaced as a whole
    stages/STAGE/           what each stage made, in a folder that done.json names
    units/STAGE/KEY/        finished units of a stage that is not finished
    manifest.json           schema and stage versions, settings
    run.json                the report of the last run
    history.json            groups that were merged, split or renamed by a later build
    corrections.toml        what was corrected by hand; the one file here that a person writes
    notes.jsonl             notes on passages, as the app keeps them
    search.sqlite           the index of `stemma search`

Every write goes to a temporary name first and is then renamed, so that a stop at any moment leaves
either the old or the new. Tables are published through a journal that the next opening completes.
"""

import fcntl
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import polars as pl

from stemma.corrections import FORM, NAME
from stemma.errors import CaseError, UnknownRow
from stemma.model import SCHEMA_VERSION, TABLES

_JOURNAL = "publish.json"
NOTES = "notes.jsonl"
# What a case may hold although its manifest is not made yet, or was deleted because it was damaged.
_OWN = {
    "lock", NAME, NOTES, "tables", "stages", "units", "run.json", "history.json", "search.sqlite",
    "report.html",
}  # fmt: skip


class Case:
    """A case folder. `Case(path)` opens an existing one; `Case.create(path)` makes one if needed."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        manifest = self._json("manifest.json")
        if manifest is None:
            raise CaseError(
                f"'{path}' is no case.",
                "It holds no manifest.json.",
                "Make one with: stemma build PILE --out CASE",
            )
        if not isinstance(manifest.get("schema"), int):
            raise CaseError(
                f"'{path}' is no case.",
                "Its manifest.json is another program's.",
                "Name another folder.",
            )
        if manifest["schema"] > SCHEMA_VERSION:
            raise CaseError(
                f"'{path}' was made by a newer stemma (tables of version {manifest['schema']}, this "
                f"one knows {SCHEMA_VERSION}).",
                remedy="Update stemma, or build the case anew in another folder.",
            )
        self.manifest: dict[str, Any] = manifest
        self._finish_publishing()

    @classmethod
    def create(cls, path: str | Path) -> "Case":
        """The case at `path`, made if the folder is missing or empty."""
        folder = Path(path)
        if folder.exists() and not folder.is_dir():
            raise CaseError(f"'{path}' is a file.", remedy="Name a folder for the case.")
        if not (folder / "manifest.json").exists():
            strangers = {p.name for p in folder.iterdir()} if folder.exists() else set()
            if any(not name.startswith((".", "manifest.json")) for name in strangers - _OWN):
                raise CaseError(
                    f"'{path}' holds other files and no case.",
                    remedy="Name a new or empty folder with --out.",
                )
            folder.mkdir(parents=True, exist_ok=True)
            with _lock(folder):
                _make(folder)
        return cls(folder)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the case for one writer. Raises CaseError if another has it."""
        with _lock(self.path):
            yield

    def tables(self) -> list[str]:
        """Names of the tables that the case holds, in the order of the model."""
        return [name for name in TABLES if self._table(name).exists()]

    def table(self, name: str) -> pl.DataFrame:
        """A published table. Raises UnknownRow for a name that is none, CaseError if it is not
        made yet."""
        if name not in TABLES:
            raise UnknownRow(f"There is no table '{name}'.", remedy=f"Tables: {', '.join(TABLES)}.")
        if self.manifest["schema"] < SCHEMA_VERSION:
            raise CaseError(
                f"The case '{self.path}' was made by an older stemma.",
                f"Its tables are of version {self.manifest['schema']}, this one makes {SCHEMA_VERSION}.",
                f"Bring it up to date; nothing is lost: stemma build --out {self.path}",
            )
        if not self._table(name).exists():
            raise CaseError(
                f"The case holds no table '{name}' yet.",
                "It was built up to an earlier stage only, or its build was stopped.",
                "Run the build again, without --until.",
            )
        return self.published(name)

    def published(self, name: str) -> pl.DataFrame:
        """A table that is published, as whichever version of stemma wrote it."""
        return _read_frame(self._table(name))

    def _table(self, name: str) -> Path:
        return self.path / "tables" / f"{name}.parquet"

    # -- what stages made ---------------------------------------------------------------------

    def done(self, stage: str) -> dict[str, Any] | None:
        """The marker of a finished stage: its `key` and the digests of its tables."""
        return self._json(f"stages/{stage}/done.json")

    def made(self, stage: str, name: str) -> pl.DataFrame:
        """A table as a finished stage left it."""
        return _read_frame(self.path / self._made(stage, name))

    def _made(self, stage: str, name: str) -> str:
        marker = self.done(stage)
        if marker is None or name not in marker["tables"]:
            raise CaseError(
                f"Stage '{stage}' has not made '{name}'.", remedy="Run the build again."
            )
        return f"stages/{stage}/{marker['folder']}/{name}.parquet"

    def finish(
        self, stage: str, key: str, version: int, frames: Mapping[str, pl.DataFrame]
    ) -> dict[str, Any]:
        """Keeps a stage's tables and drops its units. The tables are written to a folder of their
        own, and count from the moment that the marker names it."""
        place = self.path / "stages" / stage
        making = place / ".making"
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        digests = {
            name: write_frame(making / f"{name}.parquet", frame) for name, frame in frames.items()
        }
        folder = hashlib.sha256(json.dumps(digests).encode()).hexdigest()[:16]
        if not (place / folder).is_dir():
            os.replace(making, place / folder)
        marker = {"key": key, "version": version, "folder": folder, "tables": digests}
        write_json(place / "done.json", marker)
        for other in place.iterdir():
            if other.is_dir() and other.name != folder:
                shutil.rmtree(other, ignore_errors=True)
        shutil.rmtree(self.path / "units" / stage, ignore_errors=True)
        return marker

    def unit(self, stage: str, key: str) -> dict[str, pl.DataFrame] | None:
        """The frames of a finished unit, or None."""
        folder = self.path / "units" / stage / key
        if not folder.is_dir():
            return None
        return {p.stem: pl.read_parquet(p, memory_map=False) for p in sorted(folder.iterdir())}

    def finish_unit(self, stage: str, key: str, frames: Mapping[str, pl.DataFrame]) -> None:
        """Keeps a unit's frames until its stage is finished."""
        folder = self.path / "units" / stage / key
        if folder.is_dir():
            return
        making = folder.with_name(f".{key}.making")
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(parents=True)
        for name, frame in frames.items():
            (making / f"{name}.parquet").write_bytes(_parquet(frame))
        os.replace(making, folder)

    def units(self, stage: str) -> list[str]:
        """Keys of the finished units of a stage."""
        folder = self.path / "units" / stage
        return (
            sorted(p.name for p in folder.iterdir() if p.name[0] != ".") if folder.is_dir() else []
        )

    # -- publishing ---------------------------------------------------------------------------

    def publish(self, origin: Mapping[str, str], manifest: Mapping[str, Any]) -> None:
        """Makes tables readable, all or none. `origin`: table -> the stage whose version holds."""
        files = {name: self._made(stage, name) for name, stage in origin.items()}
        write_json(self.path / _JOURNAL, {"files": files, "manifest": dict(manifest)})
        self._finish_publishing()

    def _finish_publishing(self) -> None:
        journal = self._json(_JOURNAL)
        if journal is None:
            return
        folder = self.path / "tables"
        folder.mkdir(exist_ok=True)
        for name, made in journal["files"].items():
            _link(self.path / made, self._table(name))
        for stranger in folder.iterdir():
            if stranger.stem not in journal["files"]:
                stranger.unlink()
        write_json(self.path / "manifest.json", journal["manifest"])
        self.manifest = journal["manifest"]
        (self.path / _JOURNAL).unlink(missing_ok=True)

    def moved(self, group_id: str) -> list[str] | None:
        """Where the members of a group that was merged or split are now (ids of groups), none if
        they are in no group; None of a group that no build has changed so."""
        moved = (self._json("history.json") or {}).get(group_id)
        return None if moved is None else list(moved)

    def remember(self, moves: Mapping[str, list[str]]) -> None:
        """Adds to what `moved` tells, and carries older entries on to where their groups went."""
        history = self._json("history.json") or {}
        for old, targets in history.items():
            history[old] = sorted({new for one in targets for new in moves.get(one, [one])})
        write_json(self.path / "history.json", dict(sorted({**history, **moves}.items())))

    def corrections(self) -> str:
        """What stands in the file of corrections; empty if there is none."""
        try:
            return (self.path / NAME).read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""
        except UnicodeDecodeError as error:
            raise CaseError(
                f"The file {NAME} of the case is no UTF-8 text.",
                remedy="Save it as UTF-8 and build again.",
            ) from error

    def correct(self, more: str) -> None:
        """Adds to the file of corrections."""
        write_text(self.path / NAME, (self.corrections() or FORM) + more)

    def notes(self) -> list[dict[str, Any]]:
        """Notes on passages, in the order in which they were written."""
        try:
            lines = (self.path / NOTES).read_text(encoding="utf-8").splitlines()
        except FileNotFoundError:
            return []
        try:
            return [_note(line) for line in lines if line.strip()]
        except (ValueError, TypeError, KeyError) as error:
            raise CaseError(
                f"The file {NOTES} of the case is damaged.",
                f"{error}.",
                "Mend the line, or delete it.",
            ) from error

    def keep_notes(self, notes: Iterable[Mapping[str, Any]]) -> None:
        """Writes the notes, one JSON object a line."""
        lines = (json.dumps(note, ensure_ascii=False) + "\n" for note in notes)
        write_text(self.path / NOTES, "".join(lines))

    def run(self) -> dict[str, Any] | None:
        """The report of the last run."""
        return self._json("run.json")

    def keep_run(self, report: Mapping[str, Any]) -> None:
        """Writes the run report."""
        write_json(self.path / "run.json", report)

    def _json(self, name: str) -> dict[str, Any] | None:
        try:
            found: dict[str, Any] = json.loads((self.path / name).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except ValueError as error:
            raise CaseError(
                f"'{self.path / name}' is damaged.", f"{error}.", "Delete the file and build again."
            ) from error
        if not isinstance(found, dict):
            raise CaseError(
                f"'{self.path / name}' is no file of a case.", remedy="Name another folder."
            )
        return found


def _note(line: str) -> dict[str, Any]:
    """A line of the notes. Raises ValueError, TypeError or KeyError for one that is none."""
    found = json.loads(line)
    spans = {name: int(found[name]) for name in ("start", "end")}
    texts = {name: str(found[name]) for name in ("id", "article_id", "note")}
    return {**texts, **spans, "made": str(found.get("made", ""))}


@contextmanager
def _lock(folder: Path) -> Iterator[None]:
    with open(folder / "lock", "w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise CaseError(
                f"Another build is writing to '{folder}'.", remedy="Wait until it has ended."
            ) from error
        yield


def _make(folder: Path) -> None:
    """Makes an empty case, unless another process has just done so."""
    if (folder / "manifest.json").exists():
        return
    write_text(folder / NAME, FORM)
    write_json(folder / "manifest.json", {"schema": SCHEMA_VERSION, "stages": {}, "settings": {}})


def _read_frame(path: Path) -> pl.DataFrame:
    try:
        # Read at once rather than mapped: a build may replace the file while it is in use.
        return pl.read_parquet(io.BytesIO(path.read_bytes()))
    except (pl.exceptions.PolarsError, FileNotFoundError) as error:
        raise CaseError(
            f"The table '{path}' is damaged.",
            f"{str(error).splitlines()[0]}.",
            "Build the case anew in another folder, from the same pile; its corrections.toml can be taken "
            "along.",
        ) from error


def write_frame(path: Path, frame: pl.DataFrame) -> str:
    """Writes Parquet under a temporary name, renames it, and returns the digest of its bytes."""
    temporary = path.with_name(f".{path.name}.writing")
    data = _parquet(frame)
    temporary.write_bytes(data)
    _replace(temporary, path)
    return hashlib.sha256(data).hexdigest()[:16]


def _parquet(frame: pl.DataFrame) -> bytes:
    # Written by Python rather than by Polars, so that a full disk is an OSError like any other.
    made = io.BytesIO()
    frame.rechunk().write_parquet(made, compression="zstd", compression_level=3)
    return made.getvalue()


def write_json(path: Path, value: Mapping[str, Any]) -> None:
    """Writes JSON under a temporary name and renames it."""
    write_text(path, json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def write_text(path: Path, text: str) -> None:
    """Writes a text under a temporary name and renames it."""
    temporary = path.with_name(f".{path.name}.writing")
    temporary.write_text(text, encoding="utf-8")
    _replace(temporary, path)


def _replace(temporary: Path, path: Path) -> None:
    with open(temporary, "rb") as handle:
        os.fsync(handle.fileno())
    os.replace(temporary, path)


def _link(origin: Path, target: Path) -> None:
    """One file under two names; a copy where the file system has no links."""
    temporary = target.with_name(f".{target.name}.writing")
    temporary.unlink(missing_ok=True)
    with suppress(OSError):
        os.link(origin, temporary)
    if not temporary.exists():
        shutil.copyfile(origin, temporary)
    os.replace(temporary, target)
