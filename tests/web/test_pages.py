"""Every page answers, every link leads somewhere, and the rows are those of `show`."""

import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable

import polars as pl
import pytest
from lxml import html as lxml_html
from starlette.testclient import TestClient
from tests.web.conftest import client_of

from stemma.case import Case
from stemma.model import TABLES
from stemma.show import jsonl, rows

ODD = "Late\u202e edition: <b>bold</b> & <script>alert(1)</script> javascript:alert(2)"


AT_MOST = 8  # pages of each kind that are gone to


def _tree(text: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(text)


def test_every_page_answers_and_every_link_leads_somewhere(client: TestClient) -> None:
    pending, told = ["/"], {}
    taken: Counter[str] = Counter()
    while pending:
        here = pending.pop(0)
        answer = client.get(here)
        while answer.status_code in (302, 303, 307):
            answer = client.get(answer.headers["location"])
        assert answer.status_code == 200, here
        if "html" not in answer.headers["content-type"] or "content-disposition" in answer.headers:
            continue
        tree = _tree(answer.text)
        told[here] = set(tree.xpath("//@id"))
        assert len(tree.xpath("//@id")) == len(told[here]), here
        for link in dict.fromkeys(tree.xpath("//a/@href")):
            page, _, anchor = link.partition("#")
            assert not page or page[0] in "/?", link
            if not page:
                assert anchor in told[here], (here, link)
            elif page[0] == "/" and page not in told and page not in pending:
                kind = "/".join(page.split("/")[1:3]) if page[:5] == "/row/" else page.split("/")[1]
                taken[kind] += 1
                if taken[kind] <= AT_MOST:
                    pending.append(page)
    assert {page.split("/")[1].partition("?")[0] for page in told} >= {
        "", "story", "family", "article", "actor", "saying", "event", "row", "table", "tables", "listing",
        "run", "add", "export",
    }  # fmt: skip


def test_a_sentence_of_the_account_is_one_link_from_its_words(
    client: TestClient, farm: Case
) -> None:
    (story, *_) = farm.table("stories").sort("carriers", descending=True)["id"]
    tree = _tree(client.get(f"/story/{story}").text)
    cards = tree.xpath("//article[contains(@class, 'card')]")
    assert len(cards) >= 12
    for card in cards:
        links = card.xpath(".//div[@class='versions']//a[contains(@class, 'siglum')]/@href")
        assert links
        page = _tree(client.get(links[0].partition("#")[0]).text)
        marked = "".join(page.xpath("//mark//text()[not(ancestor::a)]"))
        row = _row_at(farm, links[0])
        assert " ".join(marked.split()) == " ".join(row.split())


def _row_at(case: Case, link: str) -> str:
    found = re.match(r"/article/(\w+)\?at=(\d+)-(\d+)#at", link)
    assert found
    text = case.table("articles").filter(pl.col("id") == found[1])["text"][0]
    return str(text[int(found[2]) : int(found[3])])


def test_pages_of_a_story_hold_every_statement_once(client: TestClient, farm: Case) -> None:
    story = farm.table("stories").sort("carriers", descending=True)["id"][0]
    families = farm.table("families").filter(
        (pl.col("story_id") == story) & (pl.col("carriers") > 1)
    )
    seen: list[str] = []
    for number in range(1, 20):
        answer = client.get(f"/story/{story}?page={number}")
        found = _tree(answer.text).xpath("//article[contains(@class, 'card')]/div/@id")
        seen += [name for name in found if name in set(families["id"])]
        if "Next" not in answer.text:
            break
    assert sorted(seen) == sorted(families["id"])


def test_the_story_page_is_small(client: TestClient, farm: Case) -> None:
    for story in farm.table("stories")["id"]:
        assert len(client.get(f"/story/{story}").content) < 2**20


@pytest.mark.parametrize("table", TABLES)
def test_the_rows_are_those_of_show(client: TestClient, farm: Case, table: str) -> None:
    assert client.get(f"/api/{table}?format=jsonl").text == jsonl(rows(farm, table))
    found = client.get(f"/api/{table}?limit=3&offset=1").json()
    assert (
        found["rows"] == [json.loads(line) for line in jsonl(rows(farm, table)).splitlines()][1:4]
    )
    assert found["total"] == len(farm.table(table))
    assert client.get(f"/table/{table}").status_code == 200


def test_rows_of_a_story(client: TestClient, farm: Case) -> None:
    story = farm.table("stories")["id"][1]
    text = client.get(f"/api/quotes?format=jsonl&story={story}").text
    assert text == jsonl(rows(farm, "quotes", story))
    assert client.get(f"/table/quotes?story={story}&page=2").status_code == 200


def test_every_kind_of_row_has_its_page(client: TestClient, farm: Case) -> None:
    for table in farm.tables():
        for name in farm.table(table)["id"].head(2):
            answer = client.get(f"/row/{table}/{name}")
            assert answer.status_code == 200
            assert "Why" in answer.text
            found = client.get(f"/api/explain/{name}").json()
            assert found["row"]["id"] == name
            assert found["explained"]


def test_an_id_of_a_member_opens_the_group(client: TestClient, farm: Case) -> None:
    witness = farm.table("witnesses").filter(pl.col("id") != pl.col("family_id"))
    family = farm.table("families").filter(pl.col("carriers") > 2)["id"][0]
    members = witness.filter(pl.col("family_id") == family)["id"]
    member = next(m for m in members if m.partition("-")[2] != family.partition("-")[2])
    asked = f"family-{member.partition('-')[2]}"
    answer = client.get(f"/family/{asked}")
    assert answer.headers["location"] == f"/family/{family}?was={asked}"
    assert (
        f"is now part of '{family}'"
        in _tree(client.get(answer.headers["location"]).text).text_content()
    )
    statement = f"statement-{member.partition('-')[2]}"
    assert client.get(f"/statement/{statement}").headers["location"].startswith(f"/family/{family}")


def test_what_is_not_there_is_said(client: TestClient) -> None:
    for page in ("/story/story-a00000000000", "/article/a000000000000", "/row/quotes/nothing", "/nowhere",
                 "/table/dinner", "/actor/story-a0", "/listing/99", "/export/dinner.zip"):  # fmt: skip
        answer = client.get(page)
        assert answer.status_code == 404, page
        assert "<h1>" in answer.text
    assert client.get("/api/dinner").json()["what"] == "There is no table 'dinner'."
    assert client.get("/api/quotes?limit=-1").status_code == 400
    assert client.get("/?page=0").status_code == 400
    assert client.post("/").status_code in (404, 405)


def test_search_filters_and_shows_the_surroundings(client: TestClient) -> None:
    typed = "'I will not speculate about blame while people are on rooftops'"
    tree = _tree(client.get("/search", params={"q": typed}).text)
    hits = tree.xpath("//ol[@class='hits']/li")
    assert len(hits) > 3
    assert "speculate about blame" in hits[0].xpath(".//mark")[0].text_content()
    assert hits[0].xpath(".//span[@class='around']")[0].text_content().strip()
    some = client.get("/search", params={"q": typed, "article": "newsburrow"}).text
    assert 0 < len(_tree(some).xpath("//ol[@class='hits']/li")) < len(hits)
    assert "no sentence holds" in client.get("/search", params={"q": "xylophone"}).text
    assert "no word to search" in client.get("/search", params={"q": "---"}).text
    found = client.get("/api/search", params={"q": typed, "limit": 2}).json()
    assert (len(found["rows"]), found["total"]) == (2, len(hits))


def test_the_interface_is_described(client: TestClient, farm: Case) -> None:
    told = client.get("/api/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    for table in TABLES:
        schema = told["components"]["schemas"][table]
        row = client.get(f"/api/{table}?limit=1").json()["rows"]
        assert all(set(one) == set(schema["properties"]) for one in row)
        assert f"/api/{table}" in told["paths"]


def test_exports_are_zip_files(client: TestClient, farm: Case) -> None:
    answer = client.get("/export/jsonl.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert f"{'articles'}.jsonl" in packed.namelist()
        assert packed.testzip() is None
    assert "attachment" in client.get("/report.md").headers["content-disposition"]


def test_text_of_strangers_is_text(pile_of: Callable[..., Case]) -> None:
    case = pile_of(ODD)
    article = case.table("articles")["id"][0]
    pages = (
        "/",
        f"/article/{article}",
        "/search?q=edition",
        "/table/sentences",
        f"/row/articles/{article}",
    )
    with client_of(case) as client:
        for page in pages:
            answer = client.get(page)
            assert answer.status_code == 200
            assert "<script>alert" not in answer.text
            assert "<b>bold" not in answer.text
            assert answer.text.count("\u202e") == answer.text.count("\u202c")
            assert not _tree(answer.text).xpath("//a[starts-with(@href, 'javascript')]")
            assert not _tree(answer.text).xpath("//@style | //@onclick")


def test_a_case_that_is_only_half_built_still_opens(half: Case) -> None:
    with client_of(half) as client:
        for page in ("/", "/tables", "/run", "/search?q=dyke", "/add", "/story/across"):
            assert client.get(page).status_code == 200, page
        assert client.get("/table/quotes").status_code == 503
        article = half.table("articles")["id"][0]
        assert client.get(f"/article/{article}").status_code == 200


def _event(case: Case) -> dict[str, object]:
    """The event that most pages have."""
    order = ["carriers", "mentions", "id"]
    return case.table("events").sort(order, descending=[True, True, False]).row(0, named=True)


def test_an_event_has_a_page_with_all_that_is_said_of_it(client: TestClient, farm: Case) -> None:
    event = _event(farm)
    tree = _tree(client.get(f"/event/{event['id']}").text)
    mentions = farm.table("mentions").filter(pl.col("event_id") == event["id"])
    heads = [
        " ".join(one.text_content().split())
        for one in tree.xpath("//dl[contains(@class, 'slots')]//dt")
    ]
    assert heads[:6] == ["What", "Who", "To whom", "Where", "When", "Did it happen?"]
    reports = tree.xpath("//ul[@class='heard']/li")
    pages = {a.text_content() for one in reports for a in one.xpath(".//a[@class='siglum']")}
    assert len(pages) == mentions["article_id"].n_unique()
    for one in reports:
        (own,) = one.xpath("./p[1]//b[@class='own'][1]")
        for link in one.xpath(".//a[@class='siglum']/@href"):
            assert client.get(link.partition("#")[0]).status_code == 200
        (link,) = one.xpath("./p[1]/a/@href")
        assert own.text_content() in " ".join(_row_at(farm, link).split())


def test_the_page_of_an_event_has_its_json_twin(client: TestClient, farm: Case) -> None:
    event = _event(farm)
    found = client.get(f"/api/event/{event['id']}").json()
    assert found["id"] == event["id"]
    assert [row["id"] for row in found["events"]] == [event["id"]]
    assert len(found["mentions"]) == event["mentions"]
    assert {row["id"] for row in found["families"]} == set(event["family_ids"])
    assert "/api/event/{id}" in client.get("/api/openapi.json").json()["paths"]


def test_an_event_by_another_of_its_mentions_opens_it(client: TestClient, farm: Case) -> None:
    event = _event(farm)
    last = farm.table("mentions").filter(pl.col("event_id") == event["id"])["id"].sort()[-1]
    answer = client.get("/event/" + last.replace("mention-", "event-"))
    assert answer.status_code == 200
    assert str(event["id"]) in answer.text
    assert client.get(f"/event/{farm.table('stories')['id'][0]}").status_code == 404


def test_the_page_of_an_actor_leads_to_what_it_takes_part_in(
    client: TestClient, farm: Case
) -> None:
    events = farm.table("events").filter(pl.col("actor_ids").list.len() > 0)
    actor = events.sort(["carriers", "id"], descending=[True, False])["actor_ids"][0][0]
    taking_part = farm.table("events").filter(
        pl.col("actor_ids").list.contains(actor) | pl.col("recipient_ids").list.contains(actor)
    )
    tree = _tree(client.get(f"/actor/{actor}").text)
    links = {a for a in tree.xpath("//ul[@class='heard']/li/a/@href") if a.startswith("/event/")}
    assert links <= {f"/event/{name}" for name in taking_part["id"]}
    assert len(links) == min(len(taking_part), 40)
