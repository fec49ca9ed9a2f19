"""Articles -> blocks, sentences and tags: kinds, and nothing lost."""

from dataclasses import replace
from itertools import groupby

import pytest
from hypothesis import given
from tests.strategies import SEEDS, article_of, articles, needs_seeds, piles

from stemma.clean import as_furniture, clean, recurring, short_lines
from stemma.model import Article, Block, span_id


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in clean(article_of(text, title)).blocks]


def kind_of(line: str) -> str:
    """The kind of a line that stands between two paragraphs."""
    return kinds(f"The dyke holds\n\nThe dyke broke.\n\n{line}\n\nIt is mended.")[2][0]


@given(articles())
def test_every_character_that_is_no_white_space_lies_in_a_block(article: Article) -> None:
    reached = 0
    for block in clean(article).blocks:
        assert not article.text[reached : block.start].strip()
        assert article.text[block.start : block.end] == block.text
        assert block.how
        reached = block.end
    assert not article.text[reached:].strip()


@given(articles())
def test_sentences_lie_in_their_blocks_and_tags_in_their_sentences(article: Article) -> None:
    parts = clean(article)
    spans = {row.id: (row.start, row.end) for row in (*parts.blocks, *parts.sentences)}
    for row, outer in [(s, s.block_id) for s in parts.sentences] + [
        (t, t.sentence_id) for t in parts.tags
    ]:
        assert spans[outer][0] <= row.start < row.end <= spans[outer][1]
        assert article.text[row.start : row.end] == row.text
        assert row.article_id == article.id
    assert len(spans) == len(parts.blocks) + len(parts.sentences)


def with_furniture(blocks: list[Block]) -> list[Block]:
    """The blocks of a pile, lines that recur over it as chrome, as the flow does it."""
    by_article = groupby(blocks, key=lambda block: block.article_id)
    lines = {line.id: line for _, inside in by_article for line in short_lines(list(inside))}
    places = [
        (line.line, line.around, line.article_id)
        for block in blocks
        if (line := lines.get(block.id)) and line.around is not None and block.kind != "insert"
    ]
    often = recurring(places)
    meant = [b for b in blocks if b.id in lines and lines[b.id].line in often]
    chrome = {block.id: block for block in as_furniture(meant)}
    return [chrome.get(block.id, block) for block in blocks]


@given(piles())
def test_recurring_lines_change_nothing_but_the_kind(pile: list[Article]) -> None:
    blocks = [block for article in pile for block in clean(article).blocks]
    after = with_furniture(blocks)
    assert [(b.id, b.text) for b in after] == [(b.id, b.text) for b in blocks]
    assert all(b.kind in (a.kind, "chrome") for a, b in zip(blocks, after, strict=True))


@pytest.mark.parametrize(
    ("text", "title", "found"),
    [
        ("Dyke breaks\n\nThe dyke broke.", None, ["headline", "paragraph"]),
        ("Dyke breaks\nDyke breaks\nThe dyke broke.", None, ["headline", "headline", "paragraph"]),
        ("Dyke breaks\n\nIt broke.\n\n“Dyke  breaks”\n\nDYKE BREAKS", None,
         ["headline", "paragraph", "paragraph", "headline"]),
        ("The dyke broke.\n\nIt is mended.", None, ["paragraph", "paragraph"]),
        ("By noon, all is lost.\n\nIt broke.", "By noon, all is lost.", ["headline", "paragraph"]),
        ("Dyke breaks\r\n\r\nIt broke.\r\nIt is mended.", None, ["headline", "paragraph", "paragraph"]),
        ("From Lorn to Halden by night train\n\nIt left.", None, ["headline", "paragraph"]),
    ],
)  # fmt: skip
def test_headlines(text: str, title: str | None, found: list[str]) -> None:
    assert [kind for kind, _ in kinds(text, title)] == found


@pytest.mark.parametrize("marks", ['."', ".”", ".’”", "?»", ".”)"])
def test_a_short_paragraph_that_ends_in_a_quotation_is_no_headline(marks: str) -> None:
    text = f"The ferry sank.\n\nShe called it a favour among friends{marks}\n\nIt was raised."
    assert [b.kind for b in clean(article_of(text)).blocks] == ["paragraph"] * 3


def test_a_line_between_paragraphs_without_an_end_mark_is_a_headline() -> None:
    assert kind_of("Help is on its way from Lorn") == "headline"
    assert kind_of("Its owner, who had come from Halden,") == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "More news: Ferry sinks off Lorn",
        "MORE NEWS: Ferry sinks off Lorn",
        "More from Bay Herald: Ferry sinks",
        "Read also: Ferry sinks off Lorn",
        "READ MORE | Ferry sinks off Lorn",
        "Related: “Ferry sinks off Lorn”",
        "You may also like: Ferry sinks",
        "Don’t miss - Ferry sinks off Lorn",
        "See also » Ferry sinks",
    ],
)
def test_a_label_makes_an_insert(line: str) -> None:
    assert kind_of(line) == "insert"


@pytest.mark.parametrize(
    "line",
    ["More news came in: the ferry had sunk.", "Related costs rose.", "Watch the dyke, she said."],
)
def test_a_word_of_a_label_in_a_sentence_is_no_label(line: str) -> None:
    assert kind_of(line) == "paragraph"


ROPES = "The ropes held until noon. Then the men let go"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{ROPES}.READ MORE: Ferry sinks off Lorn", ["paragraph", "insert"]),
        (f"{ROPES}. Also read: Ferry sinks off Lorn. The mayor went home.",
         ["paragraph", "insert", "paragraph"]),
        # A colon in prose points at nothing.
        (f"{ROPES}. The mayor: we had no more rope.", ["paragraph"]),
        (f"{ROPES}. Read out loud, the list was short: two names.", ["paragraph"]),
    ],
)  # fmt: skip
def test_a_label_run_into_prose_is_cut_out(text: str, found: list[str]) -> None:
    blocks = kinds(f"Ferry sinks\n\n{text}\n")[1:]
    assert [kind for kind, _ in blocks] == found
    assert "".join("".join(part.split()) for _, part in blocks) == "".join(text.split())


@pytest.mark.parametrize(
    "line",
    [
        "Adjust Comment Print",
        "Comments",
        "3 comments",
        "Share this:",
        "Share on Facebook | Tweet | Email",
        "Advertisement",
        "ADVERTISEMENT",
        "Follow us on Twitter",
        "« Previous | Next »",
        "Like this: Like Loading...",
    ],
)
def test_words_of_furniture_alone_are_chrome(line: str) -> None:
    assert kind_of(line) == "chrome"


@pytest.mark.parametrize(
    "line",
    ["Police shared images of the dyke.", "Print shops in Lorn closed.", "“No comment”, she said."],
)
def test_words_of_furniture_in_a_sentence_are_nothing(line: str) -> None:
    assert kind_of(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    ["By Anna Brook", "By Anna Brook and Carl Dunn", "By ANNA BROOK", "by Anna Brook in Lorn"],
)
def test_a_byline_is_a_dateline_block(line: str) -> None:
    assert kinds(f"Dyke breaks\n\n{line}\n\nThe dyke broke.")[1][0] == "dateline"


@pytest.mark.parametrize(
    "line", ["By the time help came, all was lost", "From hope to fear in one long night"]
)
def test_by_and_from_alone_make_no_byline(line: str) -> None:
    assert kinds(f"Dyke breaks\n\n{line}\n\nThe dyke broke.")[1][0] != "dateline"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Reporting by Anna Brook; Editing by Carl Dunn)", "dateline"),
        ("Additional reporting by our Lorn desk.", "dateline"),
        ("Writing by Anna Brook and Eva Holm in Halden, editing by Carl Dunn.", "dateline"),
        ("Published: June 12, 2021 | 0 Comments", "dateline"),
        ("Editing by hand took the clerks of Lorn three weeks.", "paragraph"),
        ("Reporting by Corvus led to the arrest of two men.", "paragraph"),
    ],
)
def test_who_wrote_and_edited_it_is_no_prose(line: str, kind: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", ["(Corvus)", "Source: Corvus", "— Corvus"])
def test_a_credit_alone_is_a_dateline_block(line: str) -> None:
    assert kind_of(line) == "dateline"


def test_a_dateline_in_front_of_prose_leaves_it_prose() -> None:
    parts = clean(article_of("Dyke breaks\n\nHALDEN (HPA) - The dyke broke."))
    assert parts.blocks[1].kind == "paragraph"
    assert [(tag.kind, tag.name, tag.text) for tag in parts.tags] == [
        ("agency", "HPA", "HALDEN (HPA) - ")
    ]


WRAPPED = [
    "The dyke at Halden, which had stood for sixty years, broke at dawn on\nSunday and water ran "
    "into the lower town, the mayor of Halden said to\nreporters. Some two hundred soldiers were sent "
    "from the garrison at Lorn with\nboats and pumps, and the ferry company offered two of its vessels.",
    "A second paragraph begins here and goes on for quite a while, so that\nit is wrapped as well.",
]


def test_hard_wrapped_paragraphs_are_put_together() -> None:
    found = kinds("\n\n".join(WRAPPED))
    assert found == [("paragraph", text) for text in WRAPPED]


def test_lines_that_end_sentences_are_not_put_together() -> None:
    lines = [
        "The dyke broke at dawn on Sunday, and the lower town was under water." for _ in range(5)
    ]
    assert len(kinds("\n".join(lines))) == 5


def test_layout_decides_the_blocks_where_the_markup_gave_them() -> None:
    article = article_of("Home\n\nThe dyke broke.\n\nAdvertisement")
    layout = [
        Block(
            span_id("block", article.id, a, b),
            article.id,
            a,
            b,
            kind,
            None,
            "markup",
            article.text[a:b],
        )
        for a, b, kind in [(0, 4, "chrome"), (6, 21, "caption"), (23, 36, "paragraph")]
    ]
    assert [block.kind for block in clean(article, layout).blocks] == [
        "chrome",
        "caption",
        "chrome",
    ]


def pile(
    line: str, around: list[tuple[str, str]], site: str | None = None
) -> list[tuple[str, str]]:
    """Kinds of `line` in articles where it stands between the two paragraphs of `around`."""
    made = [
        article_of(
            f"Headline of page {i}\n\n{before}\n\n{line}\n\n{after}", site=site, path=f"{i}.txt"
        )
        for i, (before, after) in enumerate(around)
    ]
    blocks = [block for article in made for block in clean(article).blocks]
    after = with_furniture(blocks)
    return [(block.kind, block.how) for block in after if block.text == line]


DIFFERENT = [(f"Paragraph {w} is about the {w} dyke only.", f"And {w} follows it here now.") for w in
             ("first", "second", "third", "fourth")]  # fmt: skip


@pytest.mark.parametrize("site", [None, "Bay Herald"])
@pytest.mark.parametrize(
    "line", ["Pin this page to the wall", "Herald Kiosk", "Photo by our reader"]
)
def test_a_line_that_recurs_among_different_lines_is_chrome(line: str, site: str | None) -> None:
    assert {kind for kind, _ in pile(line, DIFFERENT, site)} == {"chrome"}


def test_a_copied_crosshead_recurs_among_the_same_lines_and_stays() -> None:
    assert {kind for kind, _ in pile("Help is on its way", DIFFERENT[:1] * 4)} == {"headline"}


def test_two_neighbourhoods_are_no_proof() -> None:
    assert {kind for kind, _ in pile("Help is on its way", DIFFERENT[:2] * 2)} == {"headline"}


def test_a_copied_sentence_is_no_furniture() -> None:
    assert {kind for kind, _ in pile("The dyke was mended at noon.", DIFFERENT)} == {"paragraph"}


def test_an_insert_stays_an_insert() -> None:
    assert {kind for kind, _ in pile("More news: Ferry sinks", DIFFERENT)} == {"insert"}


@needs_seeds
def test_the_seeds_begin_with_a_headline_and_lose_nothing() -> None:
    inserts = chrome = 0
    for path in sorted(SEEDS.glob("*.txt")):
        article = article_of(path.read_text(encoding="utf-8"), path=path.name)
        blocks = clean(article).blocks
        assert blocks[0].kind == "headline"
        assert "".join("".join(b.text.split()) for b in blocks) == "".join(article.text.split())
        inserts += sum(block.kind == "insert" for block in blocks)
        chrome += sum(block.kind == "chrome" for block in blocks)
    assert (inserts, chrome) == (2, 2)


@pytest.mark.parametrize(
    "line",
    [
        "Home | News | Sport | Harbor Pilots | Video",
        "We use cookies and similar tools to make this site better. You may object at any time.",
        'By clicking "Accept all" you agree to the storing of cookies on your device.',
        "You receive this alert because you asked for it. Click here to unsubscribe: x.example/u",
        "Enter your e-mail address and password to read on.",
        "Forgot your password? We will send you a link.",
        "Create a free account to go on.",
        "Already a subscriber?",
        "You have read all of your free articles this month.",
        "Accept all",
        "Manage preferences",
        "Terms of use",
        "© 2019 Harbor Media Group. All rights reserved.",
        "Leave a Reply. Your email address will not be published. Required fields are marked *",
        "Required fields are marked *",
    ],
)
def test_notices_and_menus_are_chrome(line: str) -> None:
    assert kind_of(line) == "chrome"


@pytest.mark.parametrize(
    "line",
    [
        "We use the harbor every day, said Ewa Lind.",
        "You receive what you paid for, the pilot said.",
        "The ferry | by Ewa Lind, who has sailed it for thirty years and more.",
    ],
)
def test_prose_that_begins_like_a_notice_is_none(line: str) -> None:
    assert kind_of(line) == "paragraph"


def test_a_mail_s_signature_is_chrome() -> None:
    text = "The ferry sank.\n\nNobody was hurt.\n\n--\nHarbor News alerts\n+1 555 0100"
    mail = replace(article_of(text), format="eml")
    assert [block.kind for block in clean(mail).blocks] == ["paragraph"] * 2 + ["chrome"] * 3
    assert clean(article_of(text)).blocks[2].kind == "paragraph"


def test_a_page_that_comes_again_makes_no_furniture_of_its_links() -> None:
    """Two pages have one link to another story; cut, the second has other sentences around it."""
    link = "Apples rot as cold stores run out of power"
    told = [
        "The baker told the court on Monday that the silo behind his shop had been empty for years.",
        "Divers brought up a bell from the lake, which three parishes have claimed since last spring.",
        "Goats ate the only copy of the survey before any engineer could read beyond its second page.",
        "Under the old bridge a heron has built its nest, so that no boat may pass there until July.",
    ]
    other = "A choir of forty sailors sang on the quay until the lamps were put out at midnight."
    pages = [
        f"{other}\n\n{link}\n\nNobody had asked the singers to stop before the lamps went out.",
        "\n\n".join([told[0], told[1], link, *told[2:]]),
        "\n\n".join([told[0], link, *told[2:]]),
    ]
    articles = [article_of(text, path=f"{n}.txt") for n, text in enumerate(pages)]
    places = [
        (line.line, line.around or "", line.article_id)
        for article in articles
        for line in short_lines(list(clean(article).blocks))
        if line.around is not None
    ]
    texts = {article.id: article.text for article in articles}
    assert link.casefold() in recurring(places)
    assert link.casefold() not in recurring(places, texts)
    apart = {article.id: f"{n} {article.path}" for n, article in enumerate(articles)}
    assert link.casefold() in recurring(places, apart)
