"""Which reports have a voice, and whose words those without one are."""

from collections.abc import Sequence

from tests.account.events import PAGES, mention, report, sentence, witness

from stemma.account.copied import Report
from stemma.account.originals import Originals
from stemma.account.voiced import Voiced, voiced
from stemma.model import Sentence

FIRST = sentence("A", "Guards fired on a fishing boat near the pier on Monday and killed its cook.")
SPUN = sentence("B", "Guards shot at a fishing vessel near the pier on Monday and killed its cook.")
OTHER_DAY = sentence(
    "B", "Guards fired on a fishing boat near the pier on Tuesday and killed its cook."
)


def heard(
    *held: tuple[Sentence, str], again: Sequence[str] = (), shared: bool = True
) -> tuple[Voiced, dict[str, str]]:
    """What is settled of the reports with these words, page B repeating page A if it is in `again`; and the
    name of a report -> its word and page."""
    sentences = {one.id: one for one, _ in held}
    witnesses = [witness(one, "family-a") for one in sentences.values()] if shared else []
    known = Originals(sentences, witnesses, (), {}, {PAGES[name]: PAGES["A"] for name in again})
    reports: list[Report] = [report(*one) for one in held]
    mentions = {one.id: mention(*two) for one, two in zip(reports, held, strict=True)}
    names = {one.id: f"{one.article_id[-1]}:{one.heads[0]}" for one in reports}
    return voiced(reports, witnesses, known, mentions), names


def test_without_a_page_that_comes_again_all_have_a_voice() -> None:
    found, _ = heard((FIRST, "fired"), (SPUN, "shot"))
    assert [len(group) for group in found.groups] == [2]
    assert found.copied == {}


def test_a_copy_on_a_page_that_comes_again_belongs_to_the_one_it_repeats() -> None:
    found, names = heard((FIRST, "killed"), (SPUN, "killed"), again=("B",))
    (first,) = [one for group in found.groups for one in group]
    ((copy, original),) = found.copied.items()
    assert original == first.id
    assert names[copy] != names[original]


def test_a_copy_with_another_day_keeps_its_voice() -> None:
    found, _ = heard((FIRST, "killed"), (OTHER_DAY, "killed"), again=("B",))
    assert found.copied == {}
    assert sum(map(len, found.groups)) == 2


def test_what_only_a_slip_of_the_copier_tells_is_left_out() -> None:
    found, names = heard((FIRST, "killed"), (SPUN, "killed"), (SPUN, "shot"), again=("B",))
    left = {names[one.id] for group in found.groups for one in group} | {
        names[one] for one in found.copied
    }
    assert sum(name.endswith(":killed") for name in left) == 2
    assert not any(name.endswith(":shot") for name in left)


def test_what_a_page_that_comes_again_adds_has_a_voice() -> None:
    added = sentence("B", "The coast guard arrested two of the men on Wednesday.")
    found, names = heard((FIRST, "killed"), (added, "arrested"), again=("B",), shared=False)
    assert {names[one.id].split(":")[1] for group in found.groups for one in group} == {
        "killed", "arrested",
    }  # fmt: skip
