"""Text and JSON Lines -> articles."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import Unreadable
from stemma.model import Article
from stemma.read import File, Found, Options, read_source, stdin_source
from stemma.read.dates import iso_date
from stemma.read.files import Source
from stemma.read.tables import read_jsonl as reader


def read_jsonl(text: str) -> list[Found | Unreadable]:
    return list(reader(File.of(text.encode("utf-8"), "a.jsonl")))


def read(text: str, form: str | None = None, locator: str = "a.txt") -> list[Any]:
    return list(read_source(Source(locator, "-", text.encode("utf-8")), Options(form)))


def articles(text: str, form: str | None = None, locator: str = "a.txt") -> list[Article]:
    return [
        found.article for found in read(text, form, locator) if not isinstance(found, Unreadable)
    ]


def lines(*records: Any) -> str:
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records)


def one(**record: Any) -> Found:
    (found,) = read_jsonl(lines(record))
    assert isinstance(found, Found)
    return found


def test_a_plain_text_is_one_article_as_it_stands() -> None:
    text = "  The dyke\r\n\r\n“broke”.\n"
    (article,) = articles(text)
    assert article.text == text
    assert (article.format, article.published_how, article.title) == ("text", "unknown", None)


def test_the_format_can_be_told() -> None:
    text = '{"text": "The dyke broke."}'
    assert articles(text)[0].format == "text"
    (told,) = articles(text, "jsonl")
    assert (told.format, told.text, told.path) == ("jsonl", "The dyke broke.", "a.txt#1")


@pytest.mark.parametrize("text", ["\u200b \n", "\n\n"])
def test_a_file_without_visible_text_is_told(text: str) -> None:
    try:
        found = read(text)
    except Unreadable:
        return
    assert text.strip() or all(isinstance(each, Unreadable) for each in found)


def test_a_bad_line_7_is_told_and_the_rest_goes_on() -> None:
    rows = [json.dumps({"text": f"Report number {i} of the dyke."}) for i in range(1, 11)]
    rows[6] = '{"text": "cut off'
    found = list(read_jsonl("\n".join(rows)))
    bad = [each for each in found if isinstance(each, Unreadable)]
    assert len(found) == 10
    assert len(bad) == 1
    assert "7" in bad[0].what
    assert [each.record for each in found if isinstance(each, Found)] == [
        1,
        2,
        3,
        4,
        5,
        6,
        8,
        9,
        10,
    ]


@pytest.mark.parametrize(
    "bad", ["[1, 2]", '"text"', "17", "null", '{"text": ""}', '{"text": null}', '{"x": "y"}', "{"]
)
def test_a_record_that_is_no_article_is_told_with_a_remedy(bad: str) -> None:
    found = list(read_jsonl(bad + "\n" + lines({"text": "The dyke broke."})))
    assert isinstance(found[0], Unreadable)
    assert found[0].remedy
    assert isinstance(found[1], Found)


def test_a_line_nested_beyond_reason_is_told() -> None:
    found = list(read_jsonl("[" * 100_000 + "\n" + lines({"text": "The dyke broke."})))
    assert [type(each) for each in found] == [Unreadable, Found]


def test_blank_lines_keep_the_numbers() -> None:
    text = "\n" + lines({"text": "One."}) + "\n\n" + lines({"text": "Two."}) + "\n"
    assert [each.record for each in read_jsonl(text) if isinstance(each, Found)] == [2, 4]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85", "\x1e"])
def test_only_a_line_feed_ends_a_line(separator: str) -> None:
    texts = [f"The dyke{separator}broke.", "The ferry sank."]
    rows = '{"text": "' + texts[0] + '"}\n{"text": "' + texts[1] + '"}'
    if separator == "\x1e":  # a control character has to be escaped in JSON
        rows = rows.replace(separator, "\\u001e")
    assert [each.text for each in read_jsonl(rows) if isinstance(each, Found)] == texts


def test_half_a_surrogate_does_not_reach_the_tables() -> None:
    (found,) = articles('{"text": "The dyke \\ud800 broke."}', "jsonl")
    assert found.text == "The dyke ? broke."


def test_an_array_and_an_object_over_several_lines() -> None:
    records = [{"text": "One."}, {"text": "Two."}]
    assert [a.path for a in articles(json.dumps(records, indent=1), "jsonl")] == [
        "a.txt#1",
        "a.txt#2",
    ]
    assert [a.text for a in articles(json.dumps(records[0], indent=1), "jsonl")] == ["One."]


# The names of text, title, address, date, author and outlet.
DUMPS = [
    ("text", "title", "url", "date", "author", "source"),
    ("body", "headline", "link", "published", "byline", "outlet"),
    ("maintext", "title", "url", "date_publish", "authors", "source_domain"),
    ("Content", "Title", "URL", "Published_At", "Creator", "Publisher"),
    ("articleBody", "headline", "uri", "datePublished", "author", "publication"),
]


@pytest.mark.parametrize("names", DUMPS)
def test_field_names_of_common_dumps(names: tuple[str, ...]) -> None:
    values = ("T.", "Dyke", "u", "2016-04-03", "Brook", "Herald")
    found = one(**dict(zip(names, values, strict=True)))
    given = found.given
    shown = (found.text, given.title, given.url, given.published, given.byline, given.site)
    assert shown == values
    assert found.published_how == "given"


def test_several_authors_are_joined_and_odd_values_ignored() -> None:
    given = one(
        text="T.", authors=["Anna Brook", "Carl Dunn"], title={"en": "Dyke"}, url=True
    ).given
    assert given.byline == "Anna Brook, Carl Dunn"
    assert given.title is given.url is None


def test_the_text_is_kept_to_the_letter_and_the_rest_is_trimmed() -> None:
    found = one(text=" The dyke broke.\n", title=" Dyke ")
    assert (found.text, found.given.title) == (" The dyke broke.\n", "Dyke")


@pytest.mark.parametrize(
    "given",
    ["2016-04-03", "2016-04-03T08:00:00Z", "Sun, 03 Apr 2016 08:00:00 GMT", 1459670400],
)
def test_a_date_of_publication_is_iso_8601_or_unknown(given: str | int) -> None:
    (article,) = articles(lines({"text": "The dyke broke.", "date": given}), "jsonl")
    if article.published is not None:
        assert datetime.fromisoformat(article.published).year == 2016


def test_an_id_depends_on_text_metadata_and_locator_only() -> None:
    record = {"text": "The dyke broke.", "title": "Dyke"}

    def name(locator: str = "a.jsonl", **change: str) -> str:
        return articles(lines({**record, **change}), locator=locator)[0].id

    assert name() == name()
    changes = {
        "text": "Broke.",
        "title": "T",
        "site": "S",
        "url": "u",
        "date": "2016",
        "author": "B",
    }
    others = [name(**{field: value}) for field, value in changes.items()]
    others += [name(lang="en"), name(locator="b.jsonl")]
    assert len({name(), *others}) == len(others) + 1


def test_where_the_pile_lies_does_not_matter(tmp_path: Any) -> None:
    from stemma.read import sources

    ids = []
    for folder in ("here", "there/deep"):
        path = tmp_path / folder
        path.mkdir(parents=True)
        (path / "a.txt").write_text("The dyke broke.")
        ids += [found.article.id for s in sources([str(path)]) for found in read_source(s)]
    assert ids[0] == ids[1]


def test_two_records_of_one_text_are_two_articles() -> None:
    found = articles(lines({"text": "One."}, {"text": "One."}), "jsonl")
    assert len({article.id for article in found}) == 2


def test_an_unreadable_file_is_told() -> None:
    (found,) = read_source(stdin_source(b"\x00\x01\x02"))
    assert isinstance(found, Unreadable)
    assert (found.at, found.what) == ("stdin", "The file is no text.")


def test_half_a_surrogate_ends_no_build_wherever_it_stands() -> None:
    feed = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "\\ud800", ' \
        '"url": "\\udfff", "content_text": "The \\ud800 dyke."}]}'  # fmt: skip
    page = '---\ntitle: "a \\ud83d b"\n---\nThe dyke broke.'
    mail = b"Subject: caf\xe9\nFrom: \xff <a@b.example>\nTo: c@d.example\n\nThe dyke broke."
    for name, data in (("a.json", feed.encode()), ("a.md", page.encode()), ("a.eml", mail)):
        (one,) = read_source(Source(name, "-", data))
        assert not isinstance(one, Unreadable)
        for value in (one.article.text, one.article.title, one.article.url, one.article.byline):
            assert (value or "").encode() is not None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("20180405", "2018-04-05"),
        ("20180405T1030", "2018-04-05T10:30:00"),
        ("2018-W14-4", "2018-04-05"),
        ("2018-04-05 10:30", "2018-04-05 10:30"),
        ("1459670400000", "2016-04-03T08:00:00+00:00"),
        ("1 Jan 99999999999999999999 10:00:00", None),
        ("\u00b2" * 10, None),
        ("Thu, 1 Jan 2018 10:00:00 +99999999", None),
    ],
)
def test_a_date_is_as_exact_as_given_or_none(given: str, found: str | None) -> None:
    assert iso_date(given) == found


@given(st.text(max_size=40) | st.text("0123456789-+:/., TZJanFeb", max_size=40))
def test_no_text_is_so_odd_that_a_date_raises(text: str) -> None:
    assert iso_date(text) is None or iso_date(text)
