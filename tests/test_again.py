"""An article that comes again, whole, cut, with other words or other furniture, changes no event, no figure,
no conflict and no footing; only pages and texts are counted."""

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from benchmarks.again import compared

from stemma.case import Case
from stemma.flow import build

Page = Mapping[str, str | None]

WIRE = (
    "BRELLIN, Osmark (QPL) - A fire destroyed the glass works of Brellin on Tuesday night, killing four "
    "workers and injuring eleven others.",
    "The flames broke out in the hall of the great furnace shortly before midnight, said Petra Holm, the "
    "chief of the town's fire brigade.",
    "“We heard the furnace burst and then there was no air left to breathe,” said Jonas Reed, a polisher who "
    "escaped through a window.",
    "Was it sabotage?",
    "Ms Holm declined to guess.",
    "The police arrested the foreman of the night shift on Wednesday and questioned him for six hours.",
    "He denied that he had switched off the alarm.",
    "The owner, Tamsin Vale, promised to rebuild the works within two years and to pay the wages of all 240 "
    "workers until then.",
    "Seventeen families had to leave their homes because of the smoke.",
)
DAILY = (
    "The glass works burned for nine hours, and when the morning came nothing but the chimney stood.",
    "Four men died in the hall of the furnace; the mayor, Aldous Finch, read out their names on the steps of "
    "the town hall on Wednesday.",
    "An inspector had warned the owner in March that the furnace was cracked, according to a letter that the "
    "trade union published.",
    "The union called a strike at the three other works of the company for Friday.",
    "Ms Vale rejected the letter as a forgery.",
    "Five workers died, the hospital of Karsund said on Thursday, after a woman of 52 succumbed to her "
    "burns.",
)
STITCHED = (DAILY[2], WIRE[0], DAILY[5], WIRE[7], DAILY[0], WIRE[5], DAILY[3], WIRE[6], WIRE[8])
PILE = (
    {"text": "\n\n".join(WIRE), "published": "2021-09-15"},
    {"text": "\n\n".join(DAILY), "published": "2021-09-16"},
    {"text": "\n\n".join(STITCHED), "published": "2021-09-18"},
    {"text": "\n\n".join((DAILY[4], WIRE[1], DAILY[1], WIRE[2], DAILY[3])), "published": None},
)
# What a copier puts in the place of some words.
SWAPS = {
    "destroyed": "gutted", "killing": "slaying", "broke out": "erupted", "shortly": "soon",
    "escaped": "fled", "declined": "refused", "arrested": "detained", "questioned": "quizzed",
    "promised": "vowed", "rebuild": "reconstruct", "homes": "houses", "warned": "cautioned",
    "rejected": "dismissed", "trade union": "labour union", "called": "announced",
}  # fmt: skip


def swapped(sentences: Sequence[str], every: int = 1) -> list[str]:
    """The sentences with other words, in one of so many of them."""
    found = []
    for number, sentence in enumerate(sentences):
        for old, new in SWAPS.items() if number % every == 0 else ():
            sentence = sentence.replace(old, new)
        found.append(sentence)
    return found


FURNITURE = (
    "Share Tweet Pin It",
    "September 17, 2021 - 08:14 | 0 comments",
    "0 Comments Sort by Oldest",
)

AGAIN = {
    "the report itself": {"text": "\n\n".join(WIRE), "published": "2021-09-17"},
    "on another site, with its furniture": {
        "text": "\n\n".join((FURNITURE[0], *WIRE, *FURNITURE[1:])), "published": "2021-09-17",
    },
    "cut": {"text": "\n\n".join(WIRE[1:7]), "published": "2021-09-19"},
    "with other words": {"text": "\n\n".join(swapped(WIRE)), "published": "2021-09-19"},
    "with other words, and cut": {
        "text": "\n\n".join(swapped(WIRE[:6], 2)), "published": "2021-09-20",
    },
    "the other report, with other words": {
        "text": "\n\n".join(swapped(DAILY)), "published": "2021-09-20",
    },
    "a report without a day, with other words": {
        "text": "\n\n".join(swapped((DAILY[4], WIRE[1], DAILY[1], WIRE[2], DAILY[3]))), "published": None,
    },
    "a stitched page": {"text": "\n\n".join(STITCHED), "published": "2021-09-20"},
    "a stitched page with other words": {
        "text": "\n\n".join(swapped(STITCHED)), "published": "2021-09-20",
    },
}  # fmt: skip
_WRONG = (
    "events lost", "events added", "figures changed", "figures added", "conflicts gone", "conflicts added",
)  # fmt: skip


def made(case: Path, pages: Sequence[Page]) -> Case:
    """The case with these pages added."""
    pile = case.parent / f"{case.name}.jsonl"
    rows = [{"id": f"{case.name}-{n}", **page} for n, page in enumerate(pages)]
    pile.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return build([str(pile)], case, until="account", workers=1)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return made(tmp_path_factory.mktemp("again") / "pile", PILE)


@pytest.mark.parametrize("name", AGAIN)
def test_an_article_that_comes_again_changes_nothing(name: str, base: Case, tmp_path: Path) -> None:
    shutil.copytree(base.path, tmp_path / "more")
    found = compared(base, made(tmp_path / "more", [AGAIN[name]]), errors=20)
    assert found["events"] > 15
    assert {key: found[key] for key in _WRONG if found[key]} == {}


def test_all_of_them_together_change_nothing_either(base: Case, tmp_path: Path) -> None:
    shutil.copytree(base.path, tmp_path / "more")
    found = compared(base, made(tmp_path / "more", list(AGAIN.values())), errors=20)
    assert {key: found[key] for key in _WRONG if found[key]} == {}


def test_what_is_new_is_told(base: Case, tmp_path: Path) -> None:
    """A copy that says another number is no mere copy: that is a conflict."""
    shutil.copytree(base.path, tmp_path / "more")
    text = "\n\n".join(WIRE).replace("killing four", "killing nine")
    found = compared(base, made(tmp_path / "more", [{"text": text, "published": "2021-09-19"}]))
    assert found["conflicts added"]
