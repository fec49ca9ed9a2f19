"""What a run has to say in sentences: what was found, and why a table is empty."""

from stemma.case import Case


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 page`, `2 pages`, `2,000 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def remarks(case: Case) -> list[str]:
    """Sentences about a case, one for each thing that a user should not have to guess."""
    rows = {name: len(case.table(name)) for name in case.tables()}
    found = [_articles(rows)]
    if rows.get("failures"):
        found.append(
            f"{count(rows['failures'], 'file or record', 'files or records')} could not be used as "
            f"given; see: stemma show {case.path} failures."
        )
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


def _families(case: Case, rows: dict[str, int]) -> str:
    if rows["articles"] == 1:
        return "The article is alone in its pile: there is nothing to compare it with."
    shared = int((case.table("families")["carriers"] > 1).sum())
    if not shared:
        return (
            "No two articles share a passage that is long enough, beyond names and numbers, to show "
            "copying: there are no families, no copies and no statements with several carriers."
        )
    edges = rows["copies"]
    return (
        f"{count(shared, 'passage')} stand{'s' * (shared == 1)} in more than one article; "
        f"{count(edges, 'alignment')} of shared prose between articles, direction undecided."
    )


def _stories(rows: dict[str, int]) -> str:
    if rows["stories"] == rows["articles"] > 1:
        return "No two articles are near enough to be about one happening: each is its own story."
    return f"{count(rows['stories'], 'story', 'stories')}."
