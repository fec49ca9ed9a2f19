"""Corrections by hand: a small file in the case, applied at every build and shown as what they are.

The file is TOML (https://toml.io), a table in double brackets for each correction; `FORM` is the
text that a new one begins with, and says what may stand in it.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from stemma.errors import CaseError
from stemma.model import Article, Correction, Given, Outcome, Together

NAME = "corrections.toml"
FORM = """\
# Corrections by hand. They are applied at every build (stemma build --out CASE applies them
# without reading anything) and listed by: stemma show CASE corrections
# An article is named by its id or its path, a passage by the id of its witness or sentence.
# Every correction may say why. Delete its lines to take it back.
#
# [[article]]                      what a file says wrongly, or not at all
# article = "000_page.txt"
# published = "2017-04-12"         or title, site, url, byline, language
# why = "printed under the picture"
#
# [[family]]                       a passage that is no version of another one
# passage = "witness-a0123456789ab-10-90"
# apart_from = "witness-aba9876543210-200-280"
#
# [[speaker]]                      who said it
# quote = "quote-a0123456789ab-10-90"
# speaker = "Ann Lee"              or "", if the one that was found is wrong
#
# [[actor]]                        names of one person or organisation
# same = ["Ann Lee", "Foreign Minister Lee"]
#
# [[remove]]                       an article that is taken out, as stemma remove CASE ARTICLE does
# article = "000_page.txt"
"""
_FIELDS = ("title", "site", "url", "byline", "published", "language")
# Kind -> what it needs, and what it may have beside `why`.
_KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "article": (("article",), _FIELDS),
    "family": (("passage", "apart_from"), ()),
    "speaker": (("quote", "speaker"), ()),
    "actor": (("same",), ()),
    "remove": (("article",), ("path", "text", "on")),
}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d.*)?)?)?")
_NO_STORY = "no story has any of these names"
_PASSAGE = re.compile(r"\w+-(a[0-9a-f]{12})-(\d+)-(\d+)")

Span = tuple[str, int, int]


class Entry(NamedTuple):
    """One correction as written."""

    kind: str
    fields: Mapping[str, Any]

    @property
    def why(self) -> str | None:
        """The reason that it gives."""
        return str(self.fields["why"]) if self.fields.get("why") else None


class Corrected(NamedTuple):
    """Articles as corrected, and what became of each correction, both in order of id."""

    articles: list[Article]
    corrections: list[Correction]


def entries_of(text: str) -> list[Entry]:
    """The corrections in the text of a file. Raises CaseError for one that can't be understood."""
    try:
        found = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        raise _bad(f"{error}.") from error
    entries = []
    for kind, tables in found.items():
        known = ", ".join(f"[[{one}]]" for one in _KINDS)
        if kind not in _KINDS:
            raise _bad(f"'{kind}' is none of {known}.")
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            raise _bad(
                f"'{kind}' has to stand in double brackets, on a line of its own: [[{kind}]]."
            )
        entries += [_entry(kind, table) for table in tables]
    return entries


def _entry(kind: str, table: Mapping[str, Any]) -> Entry:
    needed, allowed = _KINDS[kind]
    names = set(table)
    missing = [n for n in needed if not table.get(n) and (n != "speaker" or n not in table)]
    strange = sorted(names - set(needed) - set(allowed) - {"why"})
    if missing or strange:
        wrong = f"lacks '{missing[0]}'" if missing else f"has '{strange[0]}', which it can't have"
        raise _bad(f"A [[{kind}]] {wrong}.")
    if kind == "article" and not names & set(allowed):
        raise _bad(f"An [[article]] corrects nothing: it needs one of {', '.join(allowed)}.")
    for name, value in table.items():
        _check_value(kind, name, value)
    return Entry(kind, table)


def _check_value(kind: str, name: str, value: Any) -> None:
    """Raises CaseError for a value of a kind that its field can't have."""
    if name == "same":
        fits = isinstance(value, list) and len(value) > 1 and all(isinstance(v, str) for v in value)
        wanted = "a list of two names or more, in quotation marks"
    elif name in ("published", "on"):
        fits = isinstance(value, date | datetime) or (isinstance(value, str) and _is_date(value))
        wanted = "a date such as 2017-04-12"
    elif name == "speaker":
        fits, wanted = isinstance(value, str), "a name, or nothing, in quotation marks"
    elif name == "language":
        fits, wanted = re.fullmatch(r"[a-z]{2,3}", str(value)) is not None, "a tag such as en"
    else:
        fits, wanted = isinstance(value, str) and bool(value.strip()), "a text in quotation marks"
    if not fits:
        raise _bad(f"'{name}' of a [[{kind}]] has to be {wanted}; it is {value!r}.")


def _is_date(text: str) -> bool:
    """Whether a text is a year, a month, a day, or a day and a time, as ISO 8601 writes them."""
    if not _DATE.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def _bad(why: str) -> CaseError:
    return CaseError(
        f"The file {NAME} of the case can't be used.",
        why,
        "Mend it, or delete the lines, and build again.",
    )


class Removed(NamedTuple):
    """What was taken out: by `names` (ids and paths), and by `texts`, pairs of a path and the digest of
    a text, under which an article is known again when other metadata give it another id."""

    names: frozenset[str]
    texts: frozenset[tuple[str, str]]


def removed(entries: Iterable[Entry]) -> Removed:
    """The articles that were taken out."""
    gone = [entry.fields for entry in entries if entry.kind == "remove"]
    texts = {
        (str(one["path"]), str(one["text"])) for one in gone if one.get("path") and one.get("text")
    }
    return Removed(frozenset(str(one["article"]) for one in gone), frozenset(texts))


def digest(text: str) -> str:
    """What stands for a text that was taken out."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def apart(entries: Iterable[Entry]) -> list[tuple[Span, Span]]:
    """Passages that are no versions of one sentence, as (article, start, end)."""
    pairs = [
        (_span(entry.fields["passage"]), _span(entry.fields["apart_from"]))
        for entry in entries
        if entry.kind == "family"
    ]
    return [(one, other) for one, other in pairs if one and other]


def given(entries: Iterable[Entry]) -> list[Given]:
    """The speakers that a person gave to quotes; the last one counts."""
    found = {
        str(one.fields["quote"]): Given(
            _id(one), str(one.fields["quote"]), str(one.fields["speaker"]).strip(), one.why
        )
        for one in entries
        if one.kind == "speaker"
    }
    return [found[quote] for quote in sorted(found)]


def together(entries: Iterable[Entry]) -> list[Together]:
    """The names that a person says mean one actor."""
    found = {
        _id(one): Together(_id(one), tuple(map(str, one.fields["same"])), one.why)
        for one in entries
        if one.kind == "actor"
    }
    return [found[name] for name in sorted(found)]


def settled(corrections: Iterable[Correction], outcomes: Iterable[Outcome]) -> list[Correction]:
    """The corrections with what became of them in the stages that apply them."""
    by_id: dict[str, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=lambda one: one.id):
        by_id.setdefault(outcome.correction_id, []).append(outcome)
    return [_settled(row, by_id.get(row.id, ())) for row in corrections]


def _settled(row: Correction, outcomes: Sequence[Outcome]) -> Correction:
    if row.kind == "actor":
        done = [one.how for one in outcomes if one.done]
        left = "; ".join(one.how for one in outcomes if not one.done)
        how = f"applied {'; '.join(done)}" if done else f"not applied: {left or _NO_STORY}"
        return replace(row, applied=bool(done), how=how)
    if row.kind == "speaker" and outcomes:
        return replace(row, applied=outcomes[0].done, how=outcomes[0].how)
    return row


def removal(articles: Sequence[Article], on: date) -> str:
    """What is added to the file when articles are taken out."""
    return "".join(
        f"\n[[remove]]\narticle = {json.dumps(one.id)}\n"
        f"path = {json.dumps(one.path, ensure_ascii=False)}\ntext = {json.dumps(digest(one.text))}\n"
        f"on = {on.isoformat()}\n"
        for one in sorted(articles, key=lambda article: article.id)
    )


def written(kind: str, fields: Mapping[str, str | Sequence[str]]) -> str:
    """A correction as it stands in the file. Raises CaseError for one that can't be understood."""
    lines = [f"{name} = {_quoted(value)}\n" for name, value in fields.items()]
    text = f"\n[[{kind}]]\n{''.join(lines)}"
    entries_of(text)
    return text


def _quoted(value: str | Sequence[str]) -> str:
    """A text, or a list of texts, as TOML writes them."""
    if isinstance(value, str):
        plain = "".join(c if c.isprintable() else " " for c in value)
        return json.dumps(plain, ensure_ascii=False)
    return f"[{', '.join(map(_quoted, value))}]"


def correct(articles: Sequence[Article], entries: Sequence[Entry]) -> Corrected:
    """Applies what can be applied to articles; the rest is for later stages, or waits."""
    by_id = {article.id: article for article in articles}
    paths: dict[str, list[str]] = {}
    for article in articles:
        paths.setdefault(article.path, []).append(article.id)
    rows = [_APPLY[entry.kind](entry, by_id, paths) for entry in entries]
    for number, entry in enumerate(entries):
        if _outdone(entry, rows[number], entries[number + 1 :]):
            how = "not applied: a later one says it otherwise"
            rows[number] = replace(rows[number], applied=False, how=how)
    found = {row.id: row for row in rows}
    return Corrected(list(by_id.values()), [found[name] for name in sorted(found)])


def _outdone(entry: Entry, row: Correction, later: Sequence[Entry]) -> bool:
    """Whether all that a correction says of an article or a quote is said otherwise by later ones."""
    if entry.kind == "speaker":
        named = {one.fields["quote"] for one in later if one.kind == "speaker"}
        return entry.fields["quote"] in named
    if entry.kind != "article":
        return False
    mine = {name for name in _FIELDS if name in entry.fields}
    same = (
        one.fields for one in later if one.kind == "article" and one.fields["article"] == row.target
    )
    return mine <= {name for fields in same for name in fields}


_Apply = Callable[[Entry, dict[str, Article], Mapping[str, list[str]]], Correction]


def _article(entry: Entry, by_id: dict[str, Article], paths: Mapping[str, list[str]]) -> Correction:
    name = str(entry.fields["article"])
    ids = [name] if name in by_id else paths.get(name, [])
    if not ids:
        return _row(entry, name, "", None, f"not applied: the case has no article '{name}'")
    values = {field: _text(entry.fields[field]) for field in _FIELDS if field in entry.fields}
    before = by_id[ids[0]]
    change = "; ".join(f"{n}: {getattr(before, n) or 'unknown'} → {v}" for n, v in values.items())
    hows = {
        f"{field}_how": "corrected by hand"
        for field in ("published", "language")
        if field in values
    }
    for one in ids:
        by_id[one] = replace(by_id[one], **values, **hows)
    return _row(entry, name, change, ids[0], "applied")


def _family(entry: Entry, by_id: dict[str, Article], paths: Mapping[str, list[str]]) -> Correction:
    names = str(entry.fields["passage"]), str(entry.fields["apart_from"])
    spans = [_span(name) for name in names]
    if names[0] == names[1]:
        return _row(entry, names[0], "", None, "not applied: a passage can't be apart from itself")
    for name, span in zip(names, spans, strict=True):
        if (
            span is None
            or span[1] >= span[2]
            or span[0] not in by_id
            or span[2] > len(by_id[span[0]].text)
        ):
            return _row(entry, names[0], "", None, f"not applied: the case has no passage '{name}'")
    article = spans[0][0] if spans[0] else None
    return _row(entry, names[0], f"no version of {names[1]}", article, "applied")


def _later(entry: Entry, by_id: dict[str, Article], paths: Mapping[str, list[str]]) -> Correction:
    """What is applied by a stage that has not run yet."""
    if entry.kind == "actor":
        waits = "not applied yet: the stage that finds actors has not run"
        return _row(entry, ", ".join(map(str, entry.fields["same"])), "one actor", None, waits)
    speaker, quote = str(entry.fields["speaker"]).strip(), str(entry.fields["quote"])
    change = f"said by {speaker}" if speaker else "not said by whom its passage seems to name"
    span = _span(quote)
    article = span[0] if span and span[0] in by_id else None
    waits = "not applied yet: the stage that finds quotes has not run"
    return _row(entry, quote, change, article, waits)


def _remove(entry: Entry, by_id: dict[str, Article], paths: Mapping[str, list[str]]) -> Correction:
    on = f" on {_text(entry.fields['on'])}" if entry.fields.get("on") else ""
    name = str(entry.fields["article"])
    path = str(entry.fields.get("path", name))
    return _row(entry, name, f"taken out: {path}{on}", None, "applied")


_APPLY: dict[str, _Apply] = {
    "article": _article, "family": _family, "speaker": _later, "actor": _later, "remove": _remove,
}  # fmt: skip


def _row(entry: Entry, target: str, change: str, article: str | None, how: str) -> Correction:
    applied = how == "applied"
    return Correction(_id(entry), entry.kind, target, article, change, applied, entry.why, how)


def _id(entry: Entry) -> str:
    joined = json.dumps([entry.kind, sorted((k, str(v)) for k, v in entry.fields.items())])
    return f"correction-{hashlib.sha256(joined.encode()).hexdigest()[:12]}"


def _text(value: Any) -> str:
    # TOML has dates of its own, so that 2017-04-12 may stand without quotation marks.
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _span(name: Any) -> Span | None:
    found = _PASSAGE.fullmatch(str(name))
    return (found[1], int(found[2]), int(found[3])) if found else None
