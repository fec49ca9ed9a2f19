"""Articles as references, read again."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import MonthIntMiddleware
from hypothesis import given
from tests.export.happening import articles, made_case
from tests.strategies import any_texts, article_of

from stemma.case import Case
from stemma.export import export
from stemma.export.references import authors, entry, item


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return made_case(tmp_path / "case")


def read(text: str) -> dict[str, dict[str, str]]:
    """Key -> fields."""
    library = bibtexparser.parse_string(text, append_middleware=[MonthIntMiddleware()])
    assert library.failed_blocks == []
    return {one.key: {f.key: f.value for f in one.fields} for one in library.entries}


def test_bibtex_has_an_entry_for_each_article(case: Case, tmp_path: Path) -> None:
    (path,) = export(case, "bibtex", tmp_path / "out")
    made = read(path.read_text("utf-8"))
    one, two, three = articles()
    assert list(made) == [one.id, two.id, three.id]
    known = made[one.id]
    assert known["title"] == "{Mill shelled}"
    assert known["author"] == "Merrow, Ada and van Dorn, Joe"
    assert known["publisher"] == known["howpublished"] == r"The Weir Gazette \& Post"
    assert (known["year"], known["month"], known["day"]) == ("2019", 4, "3")
    assert known["url"] == "https://gazette.example/mill?a=1&b=%7B2%7D"
    assert known["note"] == "1-weir.html"
    strange = made[two.id]
    assert strange["title"] == r"{Talks \textbraceleft{}held\textbraceright{} 100\%}"
    assert strange["author"] == "{Lorn Press Agency}"
    assert strange["note"] == r"2\_gull\#3.txt; date extracted from the page"
    assert made[three.id] == {"title": "{The cheese won.}", "note": "3.txt"}  # its headline


def test_csl_has_an_item_for_each_article(case: Case, tmp_path: Path) -> None:
    (path,) = export(case, "csl", tmp_path / "out")
    one, two, three = json.loads(path.read_text("utf-8"))
    assert one == {
        "id": articles()[0].id,
        "type": "article-newspaper",
        "title": "Mill shelled",
        "container-title": "The Weir Gazette & Post",
        "author": [{"family": "Merrow", "given": "Ada"}, {"family": "van Dorn", "given": "Joe"}],
        "issued": {"date-parts": [[2019, 4, 3]]},
        "URL": "https://gazette.example/mill?a=1&b={2}",
        "language": "en",
        "note": "1-weir.html",
    }
    assert two["author"] == [{"literal": "Lorn Press Agency"}]
    assert three == {
        "id": articles()[2].id,
        "type": "article-newspaper",
        "title": "The cheese won.",
        "note": "3.txt",
    }


def test_a_day_on_which_a_page_was_fetched_is_none_of_publication() -> None:
    one = replace(articles()[0], published_how="fetched")
    assert "issued" not in item(one)
    assert item(one)["accessed"] == {"date-parts": [[2019, 4, 3]]}
    (fields,) = read(entry(one)).values()
    assert fields["urldate"] == "2019-04-03"
    assert "year" not in fields


@pytest.mark.parametrize(
    ("byline", "expected"),
    [
        (None, []),
        ("By JANE DOE", [{"literal": "JANE DOE"}]),
        ("by Jane Q. Doe", [{"family": "Doe", "given": "Jane Q."}]),
        ("Doe, Jane", [{"family": "Doe", "given": "Jane"}]),
        ("Jane Doe, Reuters", [{"family": "Doe", "given": "Jane"}, {"literal": "Reuters"}]),
        ("Associated Press", [{"literal": "Associated Press"}]),
        ("Jane Doe & Ana de la Cruz", [
            {"family": "Doe", "given": "Jane"}, {"family": "de la Cruz", "given": "Ana"}]),
        ("Our man in the valley of Lorn", [{"literal": "Our man in the valley of Lorn"}]),
    ],
)  # fmt: skip
def test_authors(byline: str | None, expected: list[dict[str, Any]]) -> None:
    assert authors(byline) == expected


@given(any_texts(), any_texts())
def test_no_text_breaks_an_entry(title: str, url: str) -> None:
    one = replace(article_of("Text.", title, title, path="a{b}.txt"), url=url, byline=title)
    made = entry(one).encode("utf-8", "replace").decode()
    assert list(read(made + entry(articles()[1]))) == [one.id, articles()[1].id]
