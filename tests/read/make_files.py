"""Makes the files in `made/` anew: python -m tests.read.make_files

They are made by programs that share no code with our readers, on Debian 12 (packages in brackets):
pages, MHTML and PDF by Chromium 150 [chromium], over its debugging pipe; the web archive by Wget 1.21
[wget]; the database by the shell of SQLite 3.40 [sqlite3]; archives by Info-ZIP 3.0 [zip], GNU tar
1.34 [tar], gzip 1.12, bzip2 1.0.8 and xz 5.4; the encodings of mails by Perl's MIME::QuotedPrint and
coreutils' base64; UTF-16 by the GNU C library's iconv. Chromium prints the day into the head of a PDF.

A small server inside this script stands for all outlets, so that addresses are those of `pile.csv`.
"""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.read import forms
from tests.read.forms import FOLDER, MADE, PILE, Told, page

_STYLE = "body { max-width: 40em; margin: auto } @media print { nav, footer { display: none } }"
_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
# Pages that end inside paragraphs, with margins so small that text touches what is printed there.
_TINY = {"paperWidth": 3.4, "paperHeight": 3.0, "marginTop": 0.4}
_LAYOUTS = {
    "wide": "body { line-height: 1.8; font-family: sans-serif }",
    "columns": "article { column-count: 2; text-align: justify; font-size: 80% }",
    "indented": "body { line-height: 1.2 } p { margin: 0; text-indent: 2em }",
}
_SMALL = {"paperWidth": 4.5, "paperHeight": 4.0, "marginTop": 0.7, "marginBottom": 0.7}


def main() -> None:
    """Makes all files."""
    shutil.rmtree(MADE, ignore_errors=True)
    MADE.mkdir()
    with outlets() as port:
        _browser_files(port)
        _wget(port)
    _mails()
    _tables()
    _archives()


# -- the web --------------------------------------------------------------------------------------


class _Outlets(BaseHTTPRequestHandler):
    pages: dict[str, bytes] = {told.url: page(told).encode() for told in PILE}  # noqa: RUF012

    def do_GET(self) -> None:
        # A browser asks for a path on a host, Wget asks us as its proxy for the whole address.
        url = self.path if "://" in self.path else f"http://{self.headers['Host']}{self.path}"
        if url in self.pages:
            self._answer(200, "text/html; charset=utf-8", self.pages[url])
        elif url.endswith("/style.css"):
            self._answer(200, "text/css", _STYLE.encode())
        elif url.endswith("/robots.txt"):
            self._answer(200, "text/plain", b"User-agent: *\nDisallow: /archive\n")
        else:
            self._answer(404, "text/html", b"<h1>Not found</h1><p>There is no such page.</p>")

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Says nothing."""


@contextmanager
def outlets() -> Iterator[int]:
    """All outlets of the pile, on a port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outlets)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def _wget(port: int) -> None:
    """A web archive, with a page that is not there and a page that was fetched twice."""
    urls = [told.url for told in PILE]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            ["wget", "--quiet", "--warc-file=wget", "--page-requisites", *urls, urls[0],
             "http://courier.example/gone"],
            cwd=folder, env={**os.environ, "http_proxy": f"http://127.0.0.1:{port}"}, check=False,
        )  # fmt: skip
        shutil.copy(Path(folder, "wget.warc.gz"), MADE)


class Browser:
    """Chromium at the other end of a pipe (Chrome DevTools Protocol)."""

    def __init__(self, port: int, profile: str) -> None:
        to_read, self._to = os.pipe()
        self._from, to_write = os.pipe()
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
            f"--user-data-dir={profile}", f"--host-resolver-rules=MAP * 127.0.0.1:{port}", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_read} 4>&{to_write}', "-", *command],
            pass_fds=(to_read, to_write), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        self._rest, self._number = b"", 0

    def call(self, method: str, session: str | None = None, **params: Any) -> dict[str, Any]:
        """What the browser answers."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        return self._until(lambda told: told.get("id") == self._number)["result"]

    def opened(self, url: str) -> str:
        """The session of a page that was loaded."""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable", session)
        self.call("Page.navigate", session, url=url)
        self._until(lambda told: told.get("method") == "Page.loadEventFired")
        return str(session)

    def close(self) -> None:
        """Ends it."""
        self.call("Browser.close")
        self._process.wait(timeout=20)

    def _until(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            while b"\0" not in self._rest:
                piece = os.read(self._from, 1 << 20)
                if not piece:
                    raise EOFError("Chromium has gone.")
                self._rest += piece
            told, _, self._rest = self._rest.partition(b"\0")
            message = json.loads(told)
            if wanted(message):
                return dict(message)


def _browser_files(port: int) -> None:
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(port, profile)
        for told in PILE:
            _saved(browser, told, browser.opened(told.url))
        _layouts(browser)
        browser.close()


def _saved(browser: Browser, told: Told, session: str) -> None:
    shown = browser.call(
        "Runtime.evaluate", session, expression="document.documentElement.outerHTML"
    )
    # "Save page as" needs a window. This is the document as Chromium writes it, with the comment and
    # the folder that it puts beside it.
    html = shown["result"]["value"].replace("/style.css", f"./{told.name}_files/style.css")
    comment = f"<!-- saved from url=({len(told.url):04})/{told.url} -->".replace(")/", ")")
    parts = MADE / "pages" / f"{told.name}_files"
    parts.mkdir(parents=True)
    (parts / "style.css").write_text(_STYLE)
    (parts / "frame.html").write_text("<p>An advertisement in a frame of its own.</p>")
    (MADE / "pages" / f"{told.name}.html").write_text(
        f"<!DOCTYPE html>\n{comment}\n{html}", encoding="utf-8"
    )
    snapshot = browser.call("Page.captureSnapshot", session, format="mhtml")["data"]
    (MADE / f"{told.name}.mhtml").write_bytes(snapshot.encode())
    _printed(browser, session, f"{told.name}.pdf", displayHeaderFooter=True)
    if told is PILE[0]:
        _printed(browser, session, "cut.pdf", displayHeaderFooter=True, **_TINY)
        _printed(
            browser, session, "long.pdf", displayHeaderFooter=True, **_SMALL,
            headerTemplate="<span style='font-size:8px'>The Ardel Courier, archive</span>",
            footerTemplate="<span style='font-size:8px'>Page <span class=pageNumber></span> of "
            "<span class=totalPages></span></span>",
        )  # fmt: skip


def _layouts(browser: Browser) -> None:
    """The first article as other houses set it, and a page without a letter."""
    for name, style in _LAYOUTS.items():
        session = browser.opened(PILE[0].url)
        sheet = json.dumps(f"<style>{style}</style>")
        script = f"document.head.insertAdjacentHTML('beforeend', {sheet})"
        browser.call("Runtime.evaluate", session, expression=script)
        _printed(browser, session, f"{name}.pdf", displayHeaderFooter=True)
    _printed(browser, browser.opened("about:blank"), "empty.pdf")


def _printed(browser: Browser, session: str, name: str, **how: Any) -> None:
    data = browser.call("Page.printToPDF", session, **how)["data"]
    (MADE / name).write_bytes(base64.b64decode(data))


# -- mails ----------------------------------------------------------------------------------------


def _quoted_printable(data: bytes) -> str:
    command = ["perl", "-MMIME::QuotedPrint", "-0777", "-ne", "print encode_qp($_)"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def _base64(data: bytes) -> str:
    return subprocess.run(["base64"], input=data, capture_output=True, check=True).stdout.decode()


def _mails() -> None:
    letter = "Dear editor, please find our two reports of this week attached. Yours, Ilka Moor\n"
    mails = {
        "1-plain.eml": forms.mail(PILE[0], _quoted_printable),
        "2-two.eml": forms.mail_of_two(PILE[1], _quoted_printable),
        "3-plain.eml": forms.mail(PILE[2], _quoted_printable),
        "4-page.eml": forms.mail_of_page(PILE[3], _base64),
        "5-plain.eml": forms.mail(PILE[4], _quoted_printable),
        "attached.eml": forms.mail_with(letter, PILE[2], PILE[3], _PICTURE, _base64),
    }
    (MADE / "mails").mkdir()
    for name, text in mails.items():
        # Mails end their lines so on the wire.
        (MADE / "mails" / name).write_bytes(text.replace("\n", "\r\n").encode())


# -- tables and archives --------------------------------------------------------------------------


def _tables() -> None:
    table = forms.table()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pile.csv").write_text(table, encoding="utf-8", newline="")
        commands = [
            ".import --csv pile.csv reports",
            "create table readers (id integer, name text)",
        ]
        subprocess.run(
            ["sqlite3", MADE / "pile.sqlite", *commands], cwd=folder, check=True, text=True
        )
    tabbed = forms.table("\t").encode()
    # As Excel saves "Unicode text": little-endian, with a mark, delimited by tabs.
    wide = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "UTF-16LE"], input=b"\xef\xbb\xbf" + tabbed,
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    (MADE / "utf-16.csv").write_bytes(wide)


def _archives() -> None:
    names = [told.path for told in PILE]
    for program, ending in (("gzip", "gz"), ("bzip2", "bz2"), ("xz", "xz")):
        with (MADE / f"1-ardel-courier.txt.{ending}").open("wb") as out:
            subprocess.run([program, "-c", FOLDER / names[0]], stdout=out, check=True)
    _zip(FOLDER, MADE / "pile.zip", *names)
    _zip(FOLDER, MADE / "locked.zip", "-P", "secret", names[0])
    # To a locked member one that is open is added, and a zip inside the zip.
    shutil.copy(MADE / "locked.zip", MADE / "mixed.zip")
    _zip(FOLDER, MADE / "mixed.zip", names[1])
    _zip(MADE, MADE / "mixed.zip", "pile.zip")
    _zip(MADE, MADE / "pages.zip", "-r", "pages")
    with tempfile.TemporaryDirectory() as folder:
        words = Path(folder, "wörter")
        words.mkdir()
        (words / "pile.jsonl").write_text(forms.json_lines(), encoding="utf-8")
        subprocess.run(["gzip", words / "pile.jsonl"], check=True)
        for name in ("pile.sqlite", "utf-16.csv"):
            shutil.copy(MADE / name, folder)
        _zip(Path(folder), MADE / "dumps.zip", "-r", ".")
    for flag, ending in (("--gzip", "tar.gz"), ("--bzip2", "tar.bz2"), ("--xz", "tar.xz")):
        target = MADE / f"pile.{ending}"
        subprocess.run(["tar", flag, "-cf", target, "-C", FOLDER, "."], check=True)
    subprocess.run(["tar", "-cf", MADE / "pile.tar", "-C", FOLDER, *names], check=True)


def _zip(folder: Path, target: Path, *arguments: str) -> None:
    subprocess.run(["zip", "--quiet", "-X", target, *arguments], cwd=folder, check=True)


if __name__ == "__main__":
    main()
