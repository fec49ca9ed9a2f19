"""A table beside the pile that says of bare texts what their files don't: outlet, date, address."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from stemma.errors import Remark, Unreadable, UsageError
from stemma.read.files import Source, file_of
from stemma.read.found import Found, Given
from stemma.read.limits import Options
from stemma.read.records import FIELDS, names_of
from stemma.read.tables import column_names, is_json, read_csv, read_jsonl

Rows = Mapping[str, Given]

# Whose members a row may name by file name alone.
_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".eml")
# The column that names the article, in order of preference.
_NAMES = (
    "path",
    "file",
    "filename",
    "file_name",
    "file_path",
    "filepath",
    "locator",
    "article_path",
    "name",
)


def load_meta(path: str, options: Options = Options()) -> tuple[dict[str, Given], list[Unreadable]]:
    """What a table (CSV or JSON Lines, by path or file name of the article) says, and its rows that
    can't be used. Raises UsageError if it can't be read at all."""
    try:
        file = file_of(Source(PurePosixPath(path).name, path))
        file.text()  # raises for what is empty or no text
        names = column_names(file)
        column = next((name for name in _NAMES if name in names), None)
        if column is None:
            raise UsageError(
                f"'{path}' does not say which articles it is about.",
                f"It has no column {', '.join(_NAMES[:3])} …; its columns are: {', '.join(names)}.",
                "Name the column that holds the articles' file names 'path'.",
            )
        # The readers of dumps do the rest, with the file's name in the place of the text.
        fields = (*(pair for pair in options.fields if pair[0] != "text"), ("text", column))
        if column in FIELDS["title"] and "title" not in dict(fields):
            fields += (("title", "title"),)
        table = file_of(Source(file.locator, path), Options(fields=fields))
        found = list((read_jsonl if is_json(file) else read_csv)(table))
    except Unreadable as error:
        raise UsageError(
            f"'{path}' can't be used as --meta.",
            f"{error.what} {error.why}".strip(),
            "Write it as CSV or JSON Lines, with a row for each article.",
        ) from error
    rows, remarks = _by_name([one for one in found if isinstance(one, Found)])
    known = {name for field in FIELDS if field != "text" for name in names_of(field, options)}
    if unknown := [name for name in names if name not in known and name != column]:
        remarks.append(_not_understood(unknown))
    bad = [_of_row(one, column) for one in found if isinstance(one, Unreadable)]
    return rows, bad + remarks


def _of_row(error: Unreadable, column: str) -> Unreadable:
    """The error of a dump's reader, in the words of a table: what was its text is a name here."""
    if not error.what.endswith("has an empty text."):
        return error
    return Unreadable(
        error.what.replace("has an empty text", "of the table beside the pile names no article"),
        f"Its '{column}' is empty.",
        "Write the article's path or file name there.",
    )


def _by_name(found: Sequence[Found]) -> tuple[dict[str, Given], list[Unreadable]]:
    rows: dict[str, Given] = {}
    remarks: list[Unreadable] = []
    for one in found:
        name = one.text.strip().replace("\\", "/").removeprefix("./")
        if any(a and b and a != b for a, b in zip(rows.get(name, ()), one.given, strict=False)):
            remarks.append(_contradicts(name, rows[name], one.given))
        # Of two rows on one article the first counts, with what it lacks from the second.
        rows[name] = rows[name].over(one.given) if name in rows else one.given
    return rows, remarks


def _contradicts(name: str, first: Given, second: Given) -> Remark:
    pairs = zip(Given._fields, first, second, strict=True)
    apart = [f"{field}: '{a}' and '{b}'" for field, a, b in pairs if a and b and a != b]
    return Remark(
        f"Two rows on '{name}' in the table beside the pile contradict each other.",
        f"{'; '.join(apart)}. The first counts.",
        "Take one of the rows out.",
    )


def _not_understood(columns: Sequence[str]) -> Remark:
    return Remark(
        f"The table beside the pile has columns that are not understood: {', '.join(columns[:12])}.",
        "They were not read.",
        "If one is a date, an outlet or another field, say which: --map published=COLUMN",
    )


def unambiguous(rows: Rows, locators: Iterable[str]) -> tuple[dict[str, Given], list[Remark]]:
    """The rows less those that name a file by its last part alone and so fit several of the pile, and
    a remark on each of these. `locators`: all files of the pile."""
    named: dict[str, list[str]] = {}
    for locator in sorted(set(locators)):
        named.setdefault(PurePosixPath(locator).name, []).append(locator)
    # A name that is a whole path is that file's, though others lie deeper under the same name.
    doubtful = {
        name: found for name in rows if len(found := named.get(name, [])) > 1 and name not in found
    }
    kept = {name: given for name, given in rows.items() if name not in doubtful}
    return kept, [_fits_several(name, found) for name, found in doubtful.items()]


def _fits_several(name: str, found: Sequence[str]) -> Remark:
    shown = ", ".join(f"'{one}'" for one in found[:4])
    return Remark(
        f"The row on '{name}' in the table beside the pile fits {len(found):,} files.",
        f"They are {shown}{' …' if len(found) > 4 else ''}. It was applied to none of them.",
        "Write the whole path in the row.",
    )


def row_for(rows: Rows, path: str) -> Given | None:
    """What the table says of the article at `path`: by the whole path, else by its last part."""
    return rows.get(path) or rows.get(PurePosixPath(path).name)


def rows_about(rows: Rows, locator: str, elsewhere: frozenset[str]) -> dict[str, Given]:
    """The rows that may be about one file of the pile, or about what lies in it. `elsewhere`: names
    of rows that are about other files."""
    last = PurePosixPath(locator).name
    inside = (f"{locator}/", f"{locator}#")
    return {
        name: given
        for name, given in rows.items()
        if name in (locator, last)
        or name.startswith(inside)
        or (name not in elsewhere and last.lower().endswith(_ARCHIVES))
    }


def meta_text(rows: Rows) -> str:
    """Rows as a text that `meta_of` takes back."""
    return json.dumps(sorted((name, *given) for name, given in rows.items())) if rows else ""


def meta_of(text: str) -> dict[str, Given]:
    """The rows behind their text."""
    return {name: Given(*given) for name, *given in json.loads(text)} if text else {}
