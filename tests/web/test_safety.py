"""Who may come in, what may change, and what a page may load."""

import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient
from tests.web.conftest import client_of

from stemma.case import Case
from stemma.errors import UsageError
from stemma.web.safety import door

TOKEN = "seven words or so"


def test_every_answer_says_what_a_page_may_load(client: TestClient) -> None:
    for page in ("/", "/style.css", "/api/stories", "/nowhere", "/table/dinner"):
        headers = client.get(page).headers
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_pages_have_no_style_and_no_script_of_their_own(client: TestClient) -> None:
    tree = lxml_html.document_fromstring(client.get("/").text)
    assert all(src.startswith("/") for src in tree.xpath("//@src | //link/@href"))
    assert not tree.xpath("//style | //script[not(@src)] | //@style | //@onclick")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:80", "localhost:8001", "", "a b",
     "127.0.0.1.evil.example:8000", "[::1", "192.168.0.7:8000"],
)  # fmt: skip
def test_a_name_that_is_not_ours_gets_nothing(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "case" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_names_that_are_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("address", ["/add", "/correct", "/note", "/note/drop"])
def test_a_change_needs_the_secret_of_our_pages(own: Case, address: str) -> None:
    with client_of(own) as client:
        secret = client.app.state.hub.door.change  # type: ignore[attr-defined]
        form = {"article": "x", "kind": "article"}
        assert client.post(address, data=form).status_code == 403
        assert client.post(address, data={**form, "change": "guess"}).status_code == 403
        assert (
            client.post(address, data=form, headers={"x-stemma-change": "guess"}).status_code == 403
        )
        ours = {**form, "change": secret}
        for strange in ({"origin": "http://evil.example"}, {"origin": "null"},
                        {"sec-fetch-site": "cross-site"}):  # fmt: skip
            assert client.post(address, data=ours, headers=strange).status_code == 403
        allowed = client.post(address, data=ours, headers={"origin": "http://127.0.0.1:8000"})
        assert allowed.status_code == 400
        assert own.notes() == []


def test_other_sites_may_link_here_and_no_more(client: TestClient) -> None:
    other = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image"}
    for page in ("/", "/export/parquet.zip", "/api/articles", "/style.css"):
        assert client.get(page, headers=other).status_code == 403
    link = {**other, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/", headers=link).status_code == 200
    assert client.get("/", headers={**link, "sec-fetch-dest": "iframe"}).status_code == 403


def test_reading_changes_nothing(own: Case) -> None:
    before = {p: p.read_bytes() for p in sorted(own.path.rglob("*")) if p.is_file()}
    with client_of(own) as client:
        for page in ("/", "/run", "/search?q=dyke", "/export/csv.zip", "/add", "/note", "/correct"):
            client.get(page)
    assert {p: p.read_bytes() for p in sorted(own.path.rglob("*")) if p.is_file()} == before


def test_too_much_at_once_is_refused(own: Case) -> None:
    with client_of(own) as client:
        assert client.post("/add", headers={"content-length": str(2**40)}).status_code == 413


def test_another_address_needs_a_token() -> None:
    for host in ("0.0.0.0", "192.168.0.7", "::", "example.org"):
        with pytest.raises(UsageError, match="reached from other machines"):
            door(host, 8000, None)
        assert door(host, 8000, TOKEN).token == TOKEN
    with pytest.raises(UsageError, match="too short"):
        door("0.0.0.0", 8000, "short")
    for host in ("127.0.0.1", "localhost", "::1", "127.0.0.7"):
        assert door(host, 8000, None).loopback


def test_with_a_token_every_request_needs_it(farm: Case) -> None:
    with client_of(farm, token=TOKEN) as client:
        for page in ("/", "/style.css", "/api/stories", "/nowhere", "/?token=wrong-words-here"):
            answer = client.get(page)
            assert answer.status_code == 401, page
            assert "stories" not in answer.text.lower()
        given = client.get("/search", params={"token": TOKEN, "q": "dyke"})
        assert given.status_code == 303
        assert given.headers["location"] == "/search?q=dyke"
        cookie = given.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "samesite=lax" in cookie.lower()
        assert TOKEN not in cookie
        assert client.get("/").status_code == 200
        client.cookies.clear()
        assert client.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
        assert client.get("/").status_code == 401


def test_the_token_leads_to_no_other_host(farm: Case) -> None:
    with client_of(farm, token=TOKEN) as client:
        answer = client.get("//evil.example/x", params={"token": TOKEN})
        assert not answer.headers["location"].startswith("//")


def test_our_files_are_kept_for_ever_under_their_version(client: TestClient) -> None:
    tree = lxml_html.document_fromstring(client.get("/").text)
    for address in tree.xpath("//script/@src | //link[@rel='stylesheet']/@href"):
        assert "immutable" in client.get(address).headers["cache-control"]
        assert client.get(address.partition("?")[0]).headers["cache-control"] == "no-cache"
