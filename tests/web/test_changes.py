"""What comes from the browser: files, corrections, notes; one change at a time."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from starlette.testclient import TestClient
from tests.web.conftest import client_of, wait_for

from stemma.case import Case
from stemma.flow import build, remove
from stemma.web.command import checks
from stemma.web.held import Held, Library, Rebuilt
from stemma.web.inbox import _free, find_words

DRAFT = "Officials told some 17,000 residents of Saltmere, Lower Quay and St. Maren to leave."
FERRY = (
    "Ferry strike ends\n\nThe crews of the Lorn ferries went back to work on Friday after nine days, the "
    'union said. "We got the pay that we asked for," its leader, Petra Olm, told reporters.\n'
)


def _secret(client: TestClient) -> str:
    return str(client.app.state.hub.door.change)  # type: ignore[attr-defined]


def _post(client: TestClient, address: str, **fields: str) -> Any:
    return client.post(address, data={"change": _secret(client), **fields})


def _done(client: TestClient) -> dict[str, Any]:
    wait_for(lambda: client.get("/api/change").json()["state"] != "running")
    found: dict[str, Any] = client.get("/api/change").json()
    return found


def test_files_extend_the_case(own: Case) -> None:
    with client_of(own) as client:
        assert "Ferry" not in client.get("/").text
        files = [("files", ("../../ferry.txt", FERRY.encode(), "text/plain"))]
        answer = client.post("/add", data={"change": _secret(client)}, files=files)
        assert answer.headers["location"] == "/add"
        state = _done(client)
        assert (state["state"], state["outcome"]) == (
            "done", "1 article added, and the case built anew.",
        )  # fmt: skip
        assert "Ferry strike ends" in client.get("/").text
        paths = Case(own.path).table("articles")["path"].to_list()
        assert "ferry.txt" in paths
        assert not list(own.path.parent.glob("ferry*"))
        again = client.post(
            "/add",
            data={"change": _secret(client)},
            files=files,
            headers={"accept": "application/json"},
        )
        assert again.json()["state"] == "running"
        assert _done(client)["outcome"].startswith("Nothing new")


def test_what_can_not_be_read_is_said(own: Case) -> None:
    with client_of(own) as client:
        files = [("files", ("a.pdf", b"%PDF-1.4 broken", "application/pdf"))]
        client.post("/add", data={"change": _secret(client)}, files=files)
        state = _done(client)
        assert state["state"] == "failed"
        assert "No article could be read" in state["outcome"]
        assert client.get("/").status_code == 200
        assert "No article could be read" in client.get("/add").text


def test_two_changes_never_run_at_once(own: Case) -> None:
    with client_of(own) as client:
        files = [("files", ("ferry.txt", FERRY.encode(), "text/plain"))]
        client.post("/add", data={"change": _secret(client)}, files=files)
        second = client.post("/add", data={"change": _secret(client)}, files=files)
        assert second.status_code == 503
        assert "Another change is being made" in second.text
        assert client.get("/").status_code == 200  # readers go on
        assert _done(client)["state"] == "done"


def test_a_date_is_corrected(own: Case) -> None:
    article = own.table("articles")["id"][0]
    with client_of(own) as client:
        fields = {
            "kind": "article",
            "article": article,
            "published": "2019-03-07",
            "why": 'the "paper"',
        }
        assert _post(client, "/correct", **fields).status_code == 303
        assert _done(client)["state"] == "done"
        assert "2019-03-07 (corrected by hand)" in client.get(f"/article/{article}").text
        assert "the &#34;paper&#34;" in client.get("/listing/4").text
        wrong = _post(client, "/correct", kind="article", article=article, published="last week")
        assert wrong.status_code == 400
        assert "a date such as 2017-04-12" in wrong.text
        assert "last week" not in own.corrections()
        assert _post(client, "/correct", kind="family", passage="x").status_code == 400


def test_speakers_and_actors_are_corrected(own: Case) -> None:
    quote = own.table("quotes")["id"][0]
    with client_of(own) as client:
        _post(client, "/correct", kind="speaker", quote=quote, speaker="Ann Lee\n[[remove]]")
        assert _done(client)["state"] == "done"
        _post(client, "/correct", kind="actor", name="Ann Lee", same="Minister Lee")
        assert _done(client)["state"] == "done"
    made = Case(own.path).table("corrections")
    assert set(made["kind"]) == {"speaker", "actor"}
    assert "Ann Lee [[remove]]" in made.filter(pl.col("kind") == "speaker")["change"][0]


def test_notes_are_kept_with_the_words_and_taken_back(own: Case) -> None:
    row = own.table("articles").row(0, named=True)
    words = row["text"][100:160]
    with client_of(own) as client:
        note = "Ask <b>them</b> twice."
        answer = _post(client, "/note", article=row["id"], words=words, near="100", note=note)
        assert answer.status_code == 303
        page = client.get(answer.headers["location"].partition("#")[0]).text
        assert "Ask &lt;b&gt;them&lt;/b&gt; twice." in page
        (kept,) = own.notes()
        assert row["text"][kept["start"] : kept["end"]].split() == words.split()
        for wrong in ({"words": "no such words"}, {"words": ""}, {"words": words, "note": " "}):
            answer = _post(client, "/note", **{"article": row["id"], "note": "x", **wrong})
            assert answer.status_code == 400
        _post(client, "/note/drop", article=row["id"], note=kept["id"])
        assert own.notes() == []
        assert _post(client, "/note/drop", article=row["id"], note=kept["id"]).status_code == 400


def test_notes_go_with_their_article(own: Case) -> None:
    row = own.table("articles").row(0, named=True)
    note = {"id": "note-1", "article_id": row["id"], "start": 0, "end": 4, "note": "a", "made": ""}
    own.keep_notes([note, {**note, "id": "note-2", "article_id": "other"}])
    remove(own, [row["id"]], workers=1)
    assert [note["id"] for note in own.notes()] == ["note-2"]


def test_a_build_from_elsewhere_is_seen(own: Case, tmp_path: Path) -> None:
    with client_of(own) as client:
        assert "Ferry" not in client.get("/").text
        (tmp_path / "more").mkdir()
        (tmp_path / "more" / "ferry.txt").write_text(FERRY)
        build([str(tmp_path / "more")], own.path, workers=1)
        assert "Ferry strike ends" in client.get("/").text


def test_many_readers_lose_nothing_while_the_case_is_built_anew(own: Case) -> None:
    story = own.table("stories")["id"][0]
    family = own.table("families")["id"][0]
    pages = ["/", f"/story/{story}", f"/family/{family}", "/search?q=said", "/table/quotes", "/run"]
    files = [("files", ("ferry.txt", FERRY.encode(), "text/plain"))]
    with client_of(own) as client, ThreadPoolExecutor(50) as pool:
        client.post("/add", data={"change": _secret(client)}, files=files)
        asked = [pool.submit(client.get, page) for _ in range(50) for page in pages]
        statuses = {one.result().status_code for one in asked}
        assert _done(client)["state"] == "done"
        assert statuses <= {200, 302, 307}
        assert "Ferry strike ends" in client.get("/").text


def test_tables_of_two_builds_are_never_mixed(own: Case, tmp_path: Path) -> None:
    held = Held(own.path)
    articles = held.table("articles")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "ferry.txt").write_text(FERRY)
    build([str(tmp_path / "more")], own.path, workers=1)
    assert held.table("articles").equals(articles)
    with pytest.raises(Rebuilt):
        held.table("failures")
    assert len(Library(own.path).now().table("articles")) == len(articles) + 1


@pytest.mark.parametrize(
    ("name", "kept"),
    [("../../etc/passwd", "passwd"), ("C:\\x\\y.txt", "y.txt"), ("..", "file"),
     ("a\x00b<c>.html", "a_b_c_.html"), ("Über uns.txt", "Über uns.txt")],
)  # fmt: skip
def test_a_file_keeps_its_name_and_nothing_else(tmp_path: Path, name: str, kept: str) -> None:
    assert _free(tmp_path, name) == tmp_path / kept
    (tmp_path / kept).touch()
    assert _free(tmp_path, name) == tmp_path / f"2-{kept}"
    shutil.rmtree(tmp_path)


def test_words_are_found_whatever_space_lies_between() -> None:
    text = "one two\n\n three. One more: one  two three"
    assert find_words(text, "one two", 0) == (0, 7)
    assert find_words(text, "two\tthree", 30) == (32, 41)
    assert find_words(text, "one two", 30) == (27, 35)


def test_a_draft_is_checked_where_something_checks(farm: Case) -> None:
    with client_of(farm) as client:
        assert client.get("/check").status_code == 404
        assert "/check" not in client.get("/").text
    with client_of(farm, check=checks()) as client:
        assert "/check" in client.get("/").text
        assert client.get("/check").status_code == 200
        said = _post(client, "/check", text=DRAFT).text
        assert "figure differs" in said
        assert "<mark>" in said
        assert DRAFT in said
        script = _post(client, "/check", text=f"{DRAFT} <script>alert(1)</script>").text
        assert "<script>alert" not in script
        assert _post(client, "/check", text=" ").status_code == 400
        assert client.post("/check", data={"text": "x"}).status_code == 403
