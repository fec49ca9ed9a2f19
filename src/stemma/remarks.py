"""What a run has to say in sentences: what was found, and why a table is empty."""

from collections.abc import Iterator

from stemma.case import Case
from stemma.frames import in_other_language, without_prose


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 page`, `2 pages`, `2,000 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def direction(decided: int, total: int) -> str:
    """Of how many copies it is decided what they were copied from."""
    if decided == 0:
        return "direction undecided"
    if decided == total:
        return "direction decided"
    return f"direction decided for {decided:,} of {count(total, 'copy', 'copies')}"


def remarks(case: Case) -> list[str]:
    """Sentences about a case, one for each thing that a user should not have to guess."""
    rows = {name: len(case.table(name)) for name in case.tables()}
    found = [_articles(rows)]
    found.extend(_formats(case))
    found.extend(_failures(case))
    found.extend(_corrections(case))
    found.extend(_languages(case))
    found.extend(_bare(case))
    if "families" in rows:
        found.append(_families(case, rows))
    if "swaps" in rows and rows["families"] and not rows["swaps"]:
        found.append("No word recurs in place of another between copies, so there are no swaps.")
    if "stories" in rows:
        found.append(_stories(rows))
    if rows.get("statements") and not rows["reporters"]:
        found.append(
            "No passage that is shared carries a dateline, agency tag or credit, so no reporter is "
            "known by name."
        )
    return found


def _articles(rows: dict[str, int]) -> str:
    said = f"{count(rows['articles'], 'article')}"
    if "sentences" in rows:
        said += f" with {count(rows['sentences'], 'sentence')}"
    return said + "."


def _formats(case: Case) -> Iterator[str]:
    used = (
        case.table("articles")
        .group_by("format")
        .len()
        .sort("len", "format", descending=[True, False])
    )
    if len(used) > 1:
        yield f"Read as: {', '.join(f'{name} ({number:,})' for name, number in used.iter_rows())}."


def _failures(case: Case) -> Iterator[str]:
    left_out = int((case.table("failures")["outcome"] == "left out").sum())
    used = len(case.table("failures")) - left_out
    see = f"see: stemma show {case.path} failures."
    if left_out:
        yield f"{count(left_out, 'file or record', 'files or records')} could not be used; {see}"
    if used:
        yield f"{count(used, 'remark')} on what was used otherwise than given; {see}"


def _corrections(case: Case) -> Iterator[str]:
    if "corrections" not in case.tables() or case.table("corrections").is_empty():
        return
    made = case.table("corrections")
    waiting = int((~made["applied"]).sum())
    said = f"{count(len(made), 'correction')} by hand"
    not_applied = f", {waiting} of them not applied" if waiting else ""
    yield f"{said}{not_applied}; see: stemma show {case.path} corrections."


def _languages(case: Case) -> Iterator[str]:
    others = case.table("articles").filter(in_other_language())
    if others.is_empty():
        return
    held = others.group_by("language").len().sort("language")
    which = ", ".join(f"{tag}: {number}" for tag, number in held.iter_rows())
    yield (
        f"{count(len(others), 'article is', 'articles are')} not in English ({which}): compared for "
        "copies, and read for nothing else."
    )


def _bare(case: Case) -> Iterator[str]:
    if "blocks" not in case.tables():
        return
    held = without_prose(case.table("articles"), case.table("blocks")).sort("path")
    if held.is_empty():
        return
    which = ", ".join(held["path"].head(3)) + ("" if len(held) <= 3 else " …")
    yield (
        f"{count(len(held), 'article holds', 'articles hold')} nothing but the furniture of a page, and no "
        f"story is made of it: {which}."
    )


def _families(case: Case, rows: dict[str, int]) -> str:
    if rows["articles"] == 1:
        return "The article is alone in its pile: there is nothing to compare it with."
    shared = int((case.table("families")["carriers"] > 1).sum())
    if not shared:
        return (
            "No two articles share a passage that is long enough, beyond names and numbers, to show "
            "copying: there are no families, no copies and no statements with several carriers."
        )
    said = f"{count(shared, 'passage')} stand{'s' * (shared == 1)} in more than one article"
    return f"{said}; {_copies(case)}."


def _copies(case: Case) -> str:
    """Of how many copies it is decided what they were copied from."""
    if "copies" not in case.tables():
        return "who copied whom is not examined yet"
    copies = case.table("copies")
    decided = int((copies["direction"] == "forward").sum())
    total = count(len(copies), "copy", "copies")
    if not decided:
        return f"{total} of shared prose, direction undecided"
    return (
        f"of {total} of shared prose it is decided for {decided:,} what they were copied from, and "
        f"undecided for {len(copies) - decided:,}"
    )


def _stories(rows: dict[str, int]) -> str:
    if rows["stories"] == rows["articles"] > 1:
        return "No two articles are near enough to be about one happening: each is its own story."
    return f"{count(rows['stories'], 'story', 'stories')}."
