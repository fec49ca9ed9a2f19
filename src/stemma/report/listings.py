"""The tables at the end of the report: swapped words, inserts, chrome, corrections, failures."""

from stemma.model import Block
from stemma.remarks import count
from stemma.report.plain import one_line
from stemma.report.replaced import Sides, Spot, Swapped, article_of, as_shown
from stemma.report.shown import MOST_ROWS, Shown, cut
from stemma.report.view import Line, Listing
from stemma.report.words import reason

_MOST_REFS = 12


def listings(shown: Shown, swapped: Swapped) -> tuple[Listing, ...]:
    """The tables, each with a sentence if it is empty."""
    return (
        _swaps(shown, swapped),
        _blocks(shown, "insert", "inserts", "Inserts and foreign passages",
                "Passages that belong to another story, and lines that point at another text."),
        _blocks(shown, "chrome", "chrome", "Chrome",
                "The pages' own furniture. It is kept in the text and compared with nothing."),
        _corrections(shown),
        _failures(shown, "left out", "failures", "Files and records that could not be used",
                  "left out; the rest went on", "Every file was read."),
        _failures(shown, "used", "remarks", "Remarks on what was used",
                  "on files and records that were used, but not as they were given",
                  "Everything was used as it was given."),
    )  # fmt: skip


def _swaps(shown: Shown, swapped: Swapped) -> Listing:
    return Listing(
        anchor="swaps",
        title="Swapped words",
        about="Words and phrases that stand in place of each other between versions of one sentence, "
        "learnt from this pile. The arrow leads from the older words to their replacement; where "
        "nothing shows which is which, it points both ways.",
        heads=("Words", "Places", "Older words on", "Replacement on", "Why"),
        lines=tuple(_swap(shown, sides) for sides in swapped.sides[:MOST_ROWS]),
        cut=cut(MOST_ROWS, len(swapped.sides), "swaps", f"stemma show {shown.rows.path} swaps"),
        nothing="No word recurs in place of another between versions.",
    )


def _swap(shown: Shown, sides: Sides) -> Line:
    swap = sides.swap
    left, right = map(one_line, as_shown(swap))
    words = {swap.left: f"{left} ← {right}", swap.right: f"{right} ← {left}"}
    known = words.get(swap.spun or "")
    pages = (
        (_pages(sides.older), _pages(sides.replacement)) if known else ("not known", "not known")
    )
    found = shown.refs(sides.families)
    return Line(
        (known or f"{left} ↔ {right}", f"{swap.places:,}", *pages, shown.reason(swap.how)),
        anchor=swap.id,
        refs=tuple(found[:_MOST_REFS]),
        more=len(sides.families) - len(found[:_MOST_REFS]),
    )


def _pages(spots: frozenset[Spot]) -> str:
    return count(len(set(map(article_of, spots))), "page")


def _blocks(shown: Shown, kind: str, anchor: str, title: str, about: str) -> Listing:
    found = [b for a in shown.rows.articles for b in shown.rows.blocks.get(a, ()) if b.kind == kind]
    return Listing(
        anchor=anchor,
        title=title,
        about=about,
        heads=("Words", "Story", "Why", "Place") if kind == "insert" else ("Words", "Why", "Place"),
        lines=tuple(_block(shown, block) for block in found[:MOST_ROWS]),
        cut=cut(MOST_ROWS, len(found), "blocks", f"stemma show {shown.rows.path} blocks"),
        nothing=f"No {kind} was found." if shown.rows.blocks else "Not examined yet.",
    )


def _block(shown: Shown, block: Block) -> Line:
    where = shown.spot(block.article_id, block.id, block.start, block.end)
    why = reason(block.how)
    if block.kind != "insert":
        return Line((one_line(block.text), why), where)
    story = shown.rows.stories.get(block.story_id or "")
    return Line(
        (one_line(block.text), one_line(story.title) if story else "not in the pile", why), where
    )


def _corrections(shown: Shown) -> Listing:
    made = shown.rows.corrections
    return Listing(
        anchor="corrections",
        title="Corrections by hand",
        about="What a person corrected in this case, in its file corrections.toml.",
        heads=("About", "Correction", "Why", "What became of it"),
        lines=tuple(
            Line(tuple(map(one_line, (c.target, c.change, c.why or "", c.how))), anchor=c.id)
            for c in made[:MOST_ROWS]
        ),
        cut=cut(MOST_ROWS, len(made), "corrections", f"stemma show {shown.rows.path} corrections"),
        nothing="Nothing was corrected by hand.",
    )


def _failures(
    shown: Shown, outcome: str, anchor: str, title: str, about: str, nothing: str
) -> Listing:
    found = [failure for failure in shown.rows.failures if failure.outcome == outcome]
    return Listing(
        anchor=anchor,
        title=title,
        about=f"{count(len(found), 'row')} {about}.",
        heads=("File", "What happened", "Why", "What to do"),
        lines=tuple(
            Line(tuple(map(one_line, (f.path, f.what, f.why, f.remedy))), anchor=f.id)
            for f in found[:MOST_ROWS]
        ),
        cut=cut(MOST_ROWS, len(found), "failures", f"stemma show {shown.rows.path} failures"),
        nothing=nothing,
    )
