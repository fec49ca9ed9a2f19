"""Where speech ends that is never closed, and whose it is where two claims have it."""

import pytest

from stemma.quotes.claims import Claim, Place
from stemma.quotes.settled import ended, parted
from stemma.quotes.speech import speeches


def claim(text: str, source: str | None, cue: str, *content: str) -> Claim:
    def place(words: str) -> Place:
        return text.index(words), text.index(words) + len(words)

    pieces = tuple(place(piece) for piece in content)
    return Claim(0, place(cue), place(source) if source else None, pieces, 0.99, ())


def shown(text: str, found: Claim) -> list[str]:
    return [text[a:b] for a, b in found.content]


@pytest.mark.parametrize(
    ("text", "content", "words"),
    [
        ("“It holds, said Ann. ", "It holds", "“It holds"),
        ("“It holds, said Ann. ", "“It holds", "“It holds"),
        ("“We looked. It holds, said Ann. It rained.", "It holds", "“We looked. It holds"),
        # Who said it stands before, or in the midst: nothing shows the end.
        ("“We looked. Ann said it holds.", "it holds", "“We looked. Ann said it holds."),
        ("“It holds,” said Ann.", "It holds", "“It holds,”"),
        # The next paragraph goes on with the same speech.
        ("“It holds, said Ann.\n\n“We looked.”", "It holds", "“It holds, said Ann."),
    ],
)  # fmt: skip
def test_where_it_ends(text: str, content: str, words: str) -> None:
    made = [one for part in [text] for one in speeches(part)]
    one = ended(text, made, [claim(text, "Ann", "said", content)])[0]
    assert text[one.start : one.end] == words
    assert one.first < one.last <= one.end


def test_a_claim_without_cue_or_content_ends_nothing() -> None:
    text = "“It holds, said Ann."
    made = speeches(text)
    nobody = claim(text, "Ann", "said", "It holds")
    assert ended(text, made, [nobody._replace(cue=None), nobody._replace(content=())]) == made


def test_the_nearer_of_two_has_it() -> None:
    text = "“It holds,” said Ann, but “nobody knows,” Tom warned."
    one = claim(text, "Ann", "said", "“It holds,”", "“nobody knows,”")
    other = claim(text, "Tom", "warned", "but “nobody knows,”")
    for given in ([one, other], [other, one]):
        found = {c.cue: shown(text, c) for c in parted(text, given, speeches(text))}
        assert found == {one.cue: ["“It holds,”"], other.cue: ["but “nobody knows,”"]}


def test_of_a_piece_that_has_more_the_rest_is_left() -> None:
    text = "Ann said that it holds until spring “for us all,” Tom warned."
    one = claim(text, "Ann", "said", "that it holds until spring “for us all,”")
    other = claim(text, "Tom", "warned", "“for us all,”")
    found = parted(text, [one, other], speeches(text))
    assert [shown(text, c) for c in found] == [["that it holds until spring"], ["“for us all,”"]]


def test_one_that_reports_the_other_shares_it() -> None:
    text = "Ann said that Tom had claimed that “it holds”."
    one = claim(text, "Ann", "said", "that Tom had claimed that “it holds”")
    other = claim(text, "Tom", "claimed", "that “it holds”")
    assert parted(text, [one, other], speeches(text)) == [one, other]


def test_a_claim_with_nothing_left_has_no_content() -> None:
    text = "Tom said, and Ann warned, “it holds”."
    one = claim(text, "Tom", "said", "“it holds”")
    other = claim(text, "Ann", "warned", "“it holds”")
    assert [c.content for c in parted(text, [one, other], speeches(text))] == [(), other.content]
