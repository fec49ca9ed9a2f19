"""The command line: each command is a thin shell around a function of the library."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from stemma import __version__
from stemma.check_command import add_check
from stemma.errors import StemmaError, UsageError
from stemma.web.command import add_serve

if TYPE_CHECKING:
    from stemma.progress import Progress

Given = argparse.Namespace

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_CASE = "folder of the case"
_STORY = "only rows of this story"


def parser() -> argparse.ArgumentParser:
    """The whole command line, for `main` and for the generated reference."""
    top = argparse.ArgumentParser(
        prog="stemma",
        description="Turns a pile of news articles into one sourced account: what they share, who "
        "reported it, and what was changed on the way.",
        epilog="Exit status: 0 done, 1 nothing usable, 2 wrong use, 3 a sentence does not hold "
        "(check --strict), 130 stopped.",
    )
    top.add_argument("--version", action="version", version=f"stemma {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for add in (_add_build, _add_remove, _add_report, _add_show, _add_explain, _add_footing, _add_compare,
                _add_search, add_check, _add_export, add_serve, _add_annotate, _add_measure):  # fmt: skip
        add(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit status."""
    given = parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that knows few letters shows the others by number rather than failing.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        run: Callable[[Given], int | None] = given.run
        status = run(given)
        sys.stdout.flush()
    except StemmaError as error:
        print(f"stemma: {error}", file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        # The reader of our output went away (`| head`); nothing is left to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = f"'{error.filename}': " if error.filename else ""
        print(f"stemma: {place}{error.strerror}. Check the path, its permissions and the space on "
              "the disk; nothing that the case held is lost.", file=sys.stderr)  # fmt: skip
        return 1
    except KeyboardInterrupt:
        print("stemma: stopped; the same command goes on from here.", file=sys.stderr)
        return 130
    return status or 0


def _add_build(commands: _Commands) -> None:
    command = commands.add_parser("build", help="read a pile, make or extend a case")
    command.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files or folders; - is standard input; none brings a case up to date with its corrections",
    )
    command.add_argument("--out", required=True, metavar="CASE", help="folder of the case")
    command.add_argument(
        "--meta",
        metavar="FILE",
        help="a table (CSV or JSON Lines) with outlet, url, date, title of articles by file name",
    )
    command.add_argument(
        "--map",
        dest="fields",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help="what a dump calls a field, as in text=body; may be given several times",
    )
    command.add_argument(
        "--format",
        dest="form",
        metavar="FORMAT",
        help="text, markdown, html, jsonl (JSON too), csv (TSV too), parquet, sqlite, warc (WET too), feed, "
        "eml, mhtml, pdf, zip, tar, gzip, bzip2, xz or that of an installed package, instead of sniffing",
    )
    command.add_argument(
        "--limit",
        dest="limits",
        action="append",
        default=[],
        metavar="NAME=NUMBER",
        help="the most that is read of one file: file, record and unpacked (bytes, or with K, M, G), "
        "ratio, members, depth; may be given several times",
    )
    command.add_argument("--workers", type=int, metavar="N", help="processes (default: one a core)")
    command.add_argument(
        "--until",
        metavar="STAGE",
        help="stop after read, corrections, clean, words, furniture, families, lineage, stories, parts, "
        "repeats, reader, actors, quotes, figures, times, mentions, statements, account, denials, "
        "rewordings or corrected",
    )
    command.set_defaults(run=_build)


def _build(given: Given) -> None:
    from stemma.flow import build
    from stemma.read import limits_of
    from stemma.summary import summary

    stdin = sys.stdin.buffer.read() if "-" in given.paths else None
    fields = dict(_pair(pair) for pair in given.fields)
    with _progress(given) as progress:
        case = build(
            given.paths, given.out, stdin=stdin, form=given.form, fields=fields, meta=given.meta,
            limits=limits_of(given.limits), workers=given.workers, until=given.until, progress=progress,
        )  # fmt: skip
    print(summary(case), end="")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise UsageError(f"'{text}' maps nothing.", remedy="Write it as --map text=body.")
    return name.strip(), value.strip()


@contextmanager
def _progress(given: Given) -> Iterator[Progress]:
    from stemma.progress import Silent, Terminal

    if given.workers is not None and given.workers < 1:
        raise UsageError("--workers needs a number from 1.", remedy="Leave it out for one a core.")
    if not sys.stderr.isatty():
        yield Silent()
        return
    with Terminal() as terminal:
        yield terminal


def _add_remove(commands: _Commands) -> None:
    command = commands.add_parser(
        "remove", help="take articles out, and make the account anew without them"
    )
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument("articles", nargs="+", metavar="ARTICLE", help="id or path")
    command.add_argument("--workers", type=int, metavar="N", help="processes (default: one a core)")
    command.set_defaults(run=_remove)


def _remove(given: Given) -> None:
    from stemma.case import Case
    from stemma.flow import remove
    from stemma.remarks import count
    from stemma.summary import summary

    case = Case(given.case)
    with _progress(given) as progress:
        gone = remove(case, given.articles, workers=given.workers, progress=progress)
    print(f"Taken out: {count(len(gone), 'article')} ({', '.join(gone)}).")
    print(summary(case), end="")


def _add_report(commands: _Commands) -> None:
    command = commands.add_parser("report", help="write the report of a case")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "--out", metavar="FILE", help="ending in .html or .md (default: report.html in the case)"
    )
    command.add_argument(
        "--open", dest="opened", action="store_true", help="and show it in the browser"
    )
    command.set_defaults(run=_report)


def _report(given: Given) -> None:
    from stemma.case import Case
    from stemma.report import render_html, render_markdown

    out = Path(given.out) if given.out else Path(given.case, "report.html")
    renderers = {".html": render_html, ".htm": render_html, ".md": render_markdown}
    if out.suffix.lower() not in renderers:
        raise UsageError(f"'{out}' ends in neither .html nor .md.", remedy="Name such a file.")
    text = renderers[out.suffix.lower()](Case(given.case))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(
            f"'{out}' can't be written.", f"{error.strerror}.", "Choose another place."
        ) from error
    print(f"Report: {out}")
    if given.opened:
        import webbrowser

        webbrowser.open(out.resolve().as_uri())


def _add_show(commands: _Commands) -> None:
    from stemma.model import TABLES

    command = commands.add_parser("show", help="print a table")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument("table", metavar="TABLE", help=", ".join(TABLES))
    command.add_argument("--format", choices=("table", "jsonl", "csv"), default="table")
    command.add_argument("--story", metavar="ID", help=_STORY)
    command.set_defaults(run=_show)


def _show(given: Given) -> None:
    from stemma.case import Case
    from stemma.show import rows
    from stemma.show_lines import as_text
    from stemma.summary import why_empty

    case = Case(given.case)
    frame = rows(case, given.table, given.story)
    if frame.is_empty() and given.format != "csv":
        print(f"stemma: {why_empty(case, given.table, given.story)}", file=sys.stderr)
        if given.format == "table":
            return
    print(as_text(case, given.table, frame, given.format), end="")


def _add_explain(commands: _Commands) -> None:
    command = commands.add_parser("explain", help="why: the evidence behind one row")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "id", metavar="ID", help="id of a row, of any member of a group, or an article's path"
    )
    command.set_defaults(run=_explain)


def _explain(given: Given) -> None:
    from stemma.case import Case
    from stemma.explain import explain

    print(explain(Case(given.case), given.id), end="")


def _add_footing(commands: _Commands) -> None:
    command = commands.add_parser("footing", help="how many reporters stand behind any passages")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "ids", nargs="+", metavar="ID",
        help="rows that name passages: sentences, families, statements, articles",
    )  # fmt: skip
    command.set_defaults(run=_footing)


def _footing(given: Given) -> None:
    from stemma.case import Case
    from stemma.footing import footing

    print(footing(Case(given.case), given.ids), end="")


def _add_compare(commands: _Commands) -> None:
    command = commands.add_parser("compare", help="two articles side by side")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument("one", metavar="ARTICLE", help="id or path")
    command.add_argument("other", metavar="ARTICLE", help="id or path")
    command.set_defaults(run=_compare)


def _compare(given: Given) -> None:
    import shutil

    from stemma.case import Case
    from stemma.compare import compare

    width = max(shutil.get_terminal_size((120, 24)).columns, 60)
    print(compare(Case(given.case), given.one, given.other, width), end="")


def _add_search(commands: _Commands) -> None:
    command = commands.add_parser("search", help="find sentences by their words")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "words", nargs="+", metavar="WORD", help='all must occur; "in marks": side by side'
    )
    command.add_argument("--format", choices=("text", "jsonl"), default="text")
    command.set_defaults(run=_search)


def _search(given: Given) -> None:
    from stemma.case import Case
    from stemma.search import search

    # A shell takes the marks off "two words"; what came as one argument stands side by side.
    query = " ".join(f'"{w}"' if " " in w and '"' not in w else w for w in given.words)
    hits = search(Case(given.case), query)
    if not hits:
        print("stemma: no sentence holds all of these words.", file=sys.stderr)
    for hit in hits:
        if given.format == "jsonl":
            print(json.dumps(hit._asdict(), ensure_ascii=False))
        else:
            print(f"{hit.path}:{hit.start}-{hit.end} [{hit.kind}] {' '.join(hit.text.split())}")


def _add_export(commands: _Commands) -> None:
    command = commands.add_parser("export", help="write a case for other programs")
    command.add_argument("case", metavar="CASE", help=_CASE)
    command.add_argument(
        "--format",
        dest="form",
        required=True,
        metavar="FORMAT",
        help="all tables: parquet, csv, jsonl, sqlite; who copied whom: graphml, dot; the versions of each "
        "sentence, place by place: tei, collatex; events: plover, polecat, gdelt; timelines: timeline, ical; "
        "the articles as references: bibtex, csl",
    )
    command.add_argument("--out", required=True, metavar="DIR", help="folder, made if missing")
    command.set_defaults(run=_export)


def _export(given: Given) -> None:
    from stemma.case import Case
    from stemma.export import export

    for path in export(Case(given.case), given.form, given.out):
        print(path)


def _add_annotate(commands: _Commands) -> None:
    command = commands.add_parser(
        "annotate",
        help="sentences, tokens, names, syntax, times, figures and events of one text, without a case",
    )
    command.add_argument("file", metavar="FILE", help="- is standard input")
    command.add_argument(
        "--layers",
        default="sentences,tokens",
        metavar="LAYERS",
        help="sentences, tokens, names, syntax, times, figures, events; several with commas",
    )
    command.add_argument(
        "--date",
        metavar="D",
        help="for times: when the text was written, as 2017-04-12, or 2017-04 if only that is known",
    )
    command.add_argument("--format", choices=("jsonl",), default="jsonl")
    command.set_defaults(run=_annotate)


def _annotate(given: Given) -> None:
    from stemma.annotate import annotate
    from stemma.read import Source, sources, stdin_source

    if given.file == "-":
        source = stdin_source(sys.stdin.buffer.read())
    elif Path(given.file).is_dir():
        raise UsageError(f"'{given.file}' is a folder.", remedy="Name one file.")
    else:
        (source,) = (one for one in sources([given.file]) if isinstance(one, Source))
    layers = [layer.strip() for layer in given.layers.split(",")]
    for row in annotate(source, layers, date=given.date):
        print(json.dumps(row, ensure_ascii=False))


def _add_measure(commands: _Commands) -> None:
    command = commands.add_parser("measure", help="score against public gold, as one JSON object")
    command.add_argument(
        "task",
        metavar="TASK",
        help="stories, syntax, names, sentences, similarity, times, actors, quotes, events, status, "
        "coreference or timeline",
    )
    command.add_argument("data", metavar="DATA", help="folder or file of the gold data")
    command.set_defaults(run=_measure)


def _measure(given: Given) -> None:
    from stemma.measure import measure

    print(json.dumps(measure(given.task, given.data)))


if __name__ == "__main__":
    sys.exit(main())
