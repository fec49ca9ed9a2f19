"""Mails, written by hand from RFC 5322 and MIME; pages saved by Chromium in one file."""

import pytest
from tests.read.forms import MADE, PILE, Told, articles, read, sentences, troubles

from stemma.read import Read

MAILS = ["1-plain.eml", "2-two.eml", "3-plain.eml", "4-page.eml", "5-plain.eml"]
HEAD = "From: Ilse Marten <i@lorn.example>\nTo: x@y.example\nSubject: Dyke\nMIME-Version: 1.0\n"


@pytest.mark.parametrize(("name", "told"), list(zip(MAILS, PILE, strict=True)))
def test_a_mail_gives_subject_sender_and_date(name: str, told: Told) -> None:
    (one,) = articles(read(name, MADE / "mails" / name))
    assert (one.path, one.format, one.language) == (name, "eml", "en")
    assert (one.title, one.byline) == (told.title, told.byline or told.site)
    assert one.published is not None
    assert one.published.startswith(told.published[:10])
    assert one.published_how == "given"


def test_attached_texts_are_articles_of_their_own() -> None:
    found = read("attached.eml", MADE / "mails" / "attached.eml")
    whole = [one for one in found if isinstance(one, Read)]
    assert [(one.article.path, one.article.format) for one in whole] == [
        ("attached.eml", "eml"),
        ("attached.eml/article.txt", "text in eml"),
        ("attached.eml/påge.html", "html in eml"),
    ]
    assert whole[0].article.text.startswith("Dear editor")
    assert whole[1].article.text == PILE[2].text
    assert whole[2].article.title == PILE[3].title
    assert sentences(whole[2])[0] == PILE[3].title


def test_a_mail_inside_a_mail_is_an_article_of_its_own() -> None:
    text = f"""{HEAD}Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

See below.
--b
Content-Type: message/rfc822

From: Carl Dunn <c@lorn.example>
To: i@lorn.example
Subject: Ferry
Date: Sat, 16 Feb 2019 08:00:00 +0100

The ferry sank.
--b--
"""
    found = articles(read("a.eml", text))
    shown = [(one.path, one.title, one.byline, one.text.strip()) for one in found]
    assert shown == [
        ("a.eml", "Dyke", "Ilse Marten", "See below."),
        ("a.eml/part-1.eml", "Ferry", "Carl Dunn", "The ferry sank."),
    ]
    assert found[1].published == "2019-02-16T08:00:00+01:00"


def test_flowed_lines_are_joined() -> None:
    # RFC 3676: a line that ends in a space goes on; the signature's mark does not.
    body = "The dyke \nbroke \nhere.\nBy night.\n-- \nIlse\n"
    text = f"{HEAD}Content-Type: text/plain; format=flowed\n\n{body}"
    (one,) = articles(read("a.eml", text))
    assert one.text == "The dyke broke here.\nBy night.\n-- \nIlse\n"


@pytest.mark.parametrize("codec", ["utf-8", "windows-1252", "iso-8859-1", "utf-16"])
def test_the_charset_is_that_of_the_part(codec: str) -> None:
    head = f"{HEAD}Content-Type: text/plain; charset={codec}\nContent-Transfer-Encoding: 8bit\n\n"
    body = "Søren Ålund came to Lorn."
    if codec == "utf-16":
        import base64

        head = head.replace("8bit", "base64")
        data = head.encode() + base64.b64encode(body.encode("utf-16"))
    else:
        data = head.encode() + body.encode(codec)
    assert [one.text.strip() for one in articles(read("a.eml", data))] == [body]


def test_a_mail_of_pictures_alone_is_told() -> None:
    text = f"{HEAD}Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n"
    found = read("a.eml", text)
    assert articles(found) == []
    assert "'a.eml' has no text." in troubles(found)[0]


def test_a_mail_is_known_without_its_ending() -> None:
    (one,) = articles(read("letter", MADE / "mails" / "1-plain.eml"))
    assert one.format == "eml"


# -- which part is the text, and what is attached -------------------------------------------------

SAID = "The dyke at Halden broke at dawn on Sunday, and water ran into the lower town."


def of_parts(kind: str, *parts: str) -> str:
    shown = "".join(f"--b\n{part}\n" for part in parts)
    return f"{HEAD}Content-Type: multipart/{kind}; boundary=b\n\n{shown}--b--\n"


def part(kind: str, body: str, name: str = "") -> str:
    attached = f'Content-Disposition: attachment; filename="{name}"\n' if name else ""
    return f"Content-Type: {kind}\n{attached}\n{body}"


@pytest.mark.parametrize(
    "plain", ["", " \n", "View this email in your browser: https://lorn.example/7?a=b\n"]
)
def test_a_plain_part_that_says_nothing_gives_way_to_the_page(plain: str) -> None:
    mail = of_parts(
        "alternative", part("text/plain", plain), part("text/html", f"<p>{SAID}</p>" * 2)
    )
    assert [one.text for one in articles(read("a.eml", mail))] == [f"{SAID}\n\n{SAID}"]
    full = of_parts("alternative", part("text/plain", SAID), part("text/html", f"<p>{SAID}"))
    assert [one.text.strip() for one in articles(read("a.eml", full))] == [SAID]


def test_a_text_is_read_under_whatever_type_it_was_sent() -> None:
    found = read(
        "a.eml",
        of_parts(
            "mixed",
            part("text/plain", "See below."),
            part("application/octet-stream", SAID, "story.txt"),
            part("application/x-unknown", f"<html><p>{SAID}", "page"),
            part("application/msword", "x", "story.doc"),
            part("image/png", "x", "a.png"),
        ),
    )
    assert [(one.path, one.format) for one in articles(found)] == [
        ("a.eml", "eml"),
        ("a.eml/story.txt", "text in eml"),
        ("a.eml/page", "html in eml"),
    ]
    unread, counted = troubles(found)
    assert unread.startswith("a.eml/story.doc: There is no reader")
    assert "attachments that were not read. image/png: 1." in counted


def test_a_mail_of_nothing_but_pictures_counts_them() -> None:
    found = read("a.eml", of_parts("mixed", part("image/png", "x", "a.png")))
    assert articles(found) == []
    assert "'a.eml' has no text. image/png: 1." in troubles(found)[0]


def test_a_page_that_was_sent_with_its_pictures_is_a_mail() -> None:
    parts = part("text/html", f"<p>{SAID}</p>"), "Content-Type: image/png\nContent-ID: <1>\n\nx"
    found = read("a", of_parts("related", *parts))
    (one,) = articles(found)
    assert (one.format, one.text, one.byline) == ("eml", SAID, "Ilse Marten")
    assert troubles(found) == []


def test_a_mailbox_gives_each_of_its_mails() -> None:
    mails = "".join(
        f"From i@lorn.example Sat Feb 16 08:00:00 2019\n{HEAD}\n>From Lorn: {SAID} {number}\n\n"
        for number in (1, 2)
    )
    found = articles(read("a.mbox", mails))
    assert [(one.path, one.format, one.byline) for one in found] == [
        ("a.mbox#1", "eml in eml", "Ilse Marten"),
        ("a.mbox#2", "eml in eml", "Ilse Marten"),
    ]
    assert found[1].text.strip() == f"From Lorn: {SAID} 2"


# -- MHTML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", PILE, ids=lambda told: told.name)
def test_a_page_saved_in_one_file_has_its_address_and_date(told: Told) -> None:
    name = f"{told.name}.mhtml"
    found = read(name, MADE / name)
    (one,) = articles(found)
    assert (one.path, one.format, one.language) == (name, "mhtml", "en")
    assert (one.title, one.url, one.site) == (told.title, told.url, told.site)
    assert (one.published, one.published_how) == (told.published[:10], "declared")
    assert "Nobody sees this line" not in one.text
    assert "<" not in one.text


def test_a_saved_page_without_a_date_was_published_before_it_was_saved() -> None:
    text = (MADE / "4-lake-mirror.mhtml").read_text().replace("2019-02-16", "")
    (one,) = articles(read("a.mhtml", text))
    assert one.published is not None
    assert one.published_how == "fetched"
    assert one.published >= "2026"


def test_mhtml_is_known_without_its_ending() -> None:
    (one,) = articles(read("page", MADE / "3-nna.mhtml"))
    assert one.format == "mhtml"
