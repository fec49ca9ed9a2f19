"""The apparatus: TEI as it must be, and every witness's words back from it."""

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree
from tests.export.making import NASTY, hard_piles, rows_of, said, words_of
from tests.lineage.tracing import PIER, ROOFS, VALVE, swapped
from tests.strategies import article_of

from stemma.case import Case
from stemma.export import export
from stemma.export.rows import Rows
from stemma.export.tei import documents
from stemma.model import Article

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
SUBSET = etree.RelaxNG(etree.parse(Path(__file__).with_name("tei.rng")))
SCHEMA = os.environ.get("TEI_SCHEMA")  # a copy of the TEI's tei_all.rng
needs_schema = pytest.mark.skipif(not SCHEMA, reason="TEI_SCHEMA names no tei_all.rng")


def parsed(rows: Rows) -> list[etree._Element]:
    """Each document, read again."""
    return [etree.fromstring("".join(pieces).encode()) for pieces in documents(rows).values()]


def of(*texts: str) -> etree._Element:
    """The document of some texts."""
    (made,) = parsed(rows_of([article_of(text, path=f"{i}.txt") for i, text in enumerate(texts)]))
    return made


def pointed(names: str | None) -> list[str]:
    """The ids that an attribute points to."""
    found = (names or "").split()
    assert all(name.startswith("#") for name in found)
    return [name[1:] for name in found]


def retold(ab: etree._Element, witness: str) -> str:
    """The text of one witness, put together as any reader of a parallel segmentation does it."""
    parts = [ab.text or ""]
    for child in ab:
        if child.tag == f"{TEI}app":
            (reading,) = (one for one in child if witness in pointed(one.get("wit")))
            parts.append(reading.text or "")
        # What no witness has (`supplied`, `gap`) is of the likely original alone.
        parts.append(child.tail or "")
    return "".join(parts)


def check(document: etree._Element, rows: Rows) -> None:
    """What holds of every document."""
    assert SUBSET.validate(document), SUBSET.error_log
    ids = Counter(one.get(ID) for one in document.iter() if one.get(ID))
    assert set(ids.values()) <= {1}
    listed = {one.get(ID) for one in document.iter(f"{TEI}witness")}
    for one in document.iter():
        for name in ("wit", "target", "corresp"):
            assert set(pointed(one.get(name))) <= listed
    for div in document.iter(f"{TEI}div"):
        check_family(div, rows)


def check_family(div: etree._Element, rows: Rows) -> None:
    """Each version has one reading at each place, and all of its words."""
    names = {ref.get("n"): pointed(ref.get("target"))[0] for ref in div.iter(f"{TEI}ref")}
    for app in div.iter(f"{TEI}app"):
        attested = [name for reading in app for name in pointed(reading.get("wit"))]
        assert sorted(attested) == sorted(names.values())
    witnesses = {w.id: w for w in rows.witnesses[div.get(ID)]}
    assert names.keys() == witnesses.keys()
    for witness, name in names.items():
        again = said(retold(div.find(f"{TEI}ab"), name))
        assert again == words_of(rows, witnesses[witness]), name


def test_every_document(rows: Rows) -> None:
    made = parsed(rows)
    for document in made:
        check(document, rows)
    families = [div.get(ID) for document in made for div in document.iter(f"{TEI}div")]
    assert sorted(families) == sorted(family.id for family in rows.families)


@given(hard_piles())
def test_whatever_a_machine_hands_on(pile: list[Article]) -> None:
    rows = rows_of(pile)
    for document in parsed(rows):
        check(document, rows)


@needs_schema
def test_the_schema_of_the_tei_itself(rows: Rows) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    for document in parsed(rows):
        assert schema.validate(document), schema.error_log


def readings(document: etree._Element) -> list[list[tuple[str, str | None, str]]]:
    """For each entry of the apparatus: witnesses, type and text of the lemma and the readings."""
    return [
        [(one.get("wit"), one.get("type"), (one.text or "").strip()) for one in app]
        for app in document.iter(f"{TEI}app")
    ]


def test_a_substitution() -> None:
    document = of(PIER, PIER, swapped(PIER, ("wooden", "timber")))
    assert readings(document) == [[("#A #B", None, "wooden"), ("#C", "wording", "timber")]]


def test_a_cut_is_a_gap() -> None:
    document = of(ROOFS, ROOFS, " ".join(ROOFS.split()[:-5]))
    (entry,) = readings(document)
    assert entry == [("#A #B", None, "after a night of searching."), ("#C", "cut", "")]
    (gap,) = document.iter(f"{TEI}gap")
    assert gap.get("reason") == "cut"


def test_an_omission_is_an_empty_reading() -> None:
    document = of(VALVE, VALVE, VALVE.replace(" by hand", ""))
    assert readings(document) == [[("#A #B", None, "by hand"), ("#C", "omission", "")]]


def test_what_all_have_lost_is_supplied() -> None:
    hanging = (
        "-Lornian relations with the council of the seven ports have never been as bad, he said."
    )
    document = of(f"{hanging}\n\nA new phase of Kestrian-Lornian trade began.", hanging)
    (supplied,) = document.iter(f"{TEI}supplied")
    assert (supplied.text, supplied.get("reason")) == ("Kestrian", "lost")
    assert "".join(document.find(f".//{TEI}ab").itertext()).startswith("Kestrian-Lornian")
    (gap,) = of(hanging, hanging).iter(f"{TEI}gap")
    assert gap.get("reason") == "lost"


def test_text_is_data() -> None:
    document = of(NASTY, NASTY, swapped(NASTY, ("old", "ruined")))
    assert SUBSET.validate(document), SUBSET.error_log
    text = "".join(document.find(f".//{TEI}ab").itertext())
    assert '<script>alert("1")</script> & &lt;b&gt; ]]>' in text
    assert "mill\ufffd\ufffd before" in text


def test_what_is_known_of_an_article(anselm: Case, tmp_path: Path) -> None:
    documents = [etree.parse(path).getroot() for path in export(anselm, "tei", tmp_path)]
    known = {
        idno.text: {one.tag.removeprefix(TEI): one for one in bibl}
        for document in documents
        for bibl in document.iter(f"{TEI}bibl")
        for idno in bibl.iter(f"{TEI}idno")
        if idno.get("type") == "path"
    }
    for row in anselm.table("articles").iter_rows(named=True):
        if row["path"] in known:
            of = known[row["path"]]
            assert ("date" in of) == (row["published"] is not None)
            assert (of["title"].text if "title" in of else None) == row["title"]
    assert any(of["date"].get("when") == "2019-03-07" for of in known.values() if "date" in of)


def test_a_case_that_shares_nothing_says_so(nothing_shared: Case, tmp_path: Path) -> None:
    (path,) = export(nothing_shared, "tei", tmp_path)
    document = etree.parse(path).getroot()
    assert SUBSET.validate(document), SUBSET.error_log
    assert "nothing to collate" in "".join(document.itertext())


def test_a_file_is_for_one_story(case: Case, tmp_path: Path) -> None:
    stories = set(case.table("families")["story_id"])
    names: Iterable[str] = (path.stem for path in export(case, "tei", tmp_path))
    assert set(names) == {f"apparatus-{story or 'no-story'}" for story in stories}
