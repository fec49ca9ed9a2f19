"""What the reader gets wrong is mended by grammar, and nothing else is touched: invented sentences."""

from stemma.events.attached import attach
from stemma.events.draft import Draft
from stemma.events.mended import mend


def draft(*words: str) -> Draft:
    """Of words such as `bakers/NOUN/NNS/8/nsubj`; heads count from 1, as the reader's do."""
    rows = [word.rsplit("/", 4) for word in words]
    return Draft(
        [row[0] for row in rows], [row[0] for row in rows], [row[1] for row in rows],
        [row[2] for row in rows],
        ["O"] * len(rows), [int(row[3]) - 1 for row in rows], [row[4] for row in rows],
    )  # fmt: skip


def test_of_two_subjects_the_nearest_is_one() -> None:
    made = draft(
        "in/ADP/IN/2/case", "tolm/PROPN/NNP/8/obl", ",/PUNCT/,/2/punct", "the/DET/DT/5/det",
        "capital/NOUN/NN/8/nsubj", ",/PUNCT/,/5/punct", "bakers/NOUN/NNS/8/nsubj",
        "met/VERB/VBD/0/root", "./PUNCT/./8/punct",
    )  # fmt: skip
    mend(made)
    assert (made.heads[4], made.rels[4]) == (1, "appos")
    assert (made.heads[6], made.rels[6]) == (7, "nsubj")


def test_a_subject_without_an_auxiliary_is_that_of_an_active_verb() -> None:
    words = ["party/NOUN/NN/2/nsubj:pass", "called/VERB/VBN/0/root", "for/ADP/IN/4/case",
             "talks/NOUN/NNS/2/obl"]  # fmt: skip
    said, headline = draft(*words, "./PUNCT/./2/punct"), draft(*words)
    mend(said)
    mend(headline)
    assert said.rels[0] == "nsubj"
    assert headline.rels[0] == "nsubj:pass"


def test_what_is_done_by_somebody_is_passive() -> None:
    made = draft(
        "mill/NOUN/NN/2/nsubj:pass", "burned/VERB/VBN/0/root", "by/ADP/IN/4/case",
        "rebels/NOUN/NNS/2/obl:agent", "./PUNCT/./2/punct",
    )  # fmt: skip
    mend(made)
    assert made.rels[0] == "nsubj:pass"


def test_a_past_form_goes_on_with_the_verb_of_saying() -> None:
    words = ["king/NOUN/NN/2/nsubj", "said/VERB/VBD/0/root", "he/PRON/PRP/5/nsubj",
             "would/AUX/MD/5/aux", "stay/VERB/VB/2/ccomp", "and/CCONJ/CC/7/cc"]  # fmt: skip
    past, bare = (draft(*words, f"{last}/5/conj", "./PUNCT/./2/punct") for last in
                  ("accused/VERB/VBD", "fight/VERB/VB"))  # fmt: skip
    mend(past)
    mend(bare)
    assert (past.heads[6], bare.heads[6]) == (1, 4)


def test_who_stands_behind_said_does_what_is_said() -> None:
    made = draft(
        "king/NOUN/NN/2/nsubj", "said/VERB/VBD/0/root", "a/DET/DT/4/det", "panel/NOUN/NN/2/obj",
        "would/AUX/MD/6/aux", "meet/VERB/VB/2/ccomp", "./PUNCT/./2/punct",
    )  # fmt: skip
    made.lemmas = ["king", "say", *made.lemmas[2:]]
    attach(made)
    assert (made.heads[3], made.rels[3]) == (5, "nsubj")


def test_of_a_perfect_too_who_stands_behind_is_whom() -> None:
    made = draft(
        "court/NOUN/NN/3/nsubj", "had/AUX/VBD/3/aux", "moved/VERB/VBN/0/root",
        "lee/PROPN/NNP/3/nsubj", "./PUNCT/./3/punct",
    )  # fmt: skip
    mend(made)
    assert (made.rels[0], made.rels[3]) == ("nsubj", "obj")


def test_no_word_comes_to_hang_on_itself() -> None:
    made = draft("men/NOUN/NNS/0/root", "seen/VERB/VBN/1/acl", "./PUNCT/./1/punct")
    made.hang(0, 1, "obj")
    assert made.heads == [-1, 0, 0]


def test_a_participle_is_not_what_the_sentence_hangs_on() -> None:
    made = draft(
        "men/NOUN/NNS/2/nsubj", "arrested/VERB/VBN/0/root", "in/ADP/IN/4/case", "may/PROPN/NNP/2/obl",
        "were/AUX/VBD/6/aux:pass", "freed/VERB/VBN/2/advcl", "./PUNCT/./2/punct",
    )  # fmt: skip
    mend(made)
    assert (made.heads[5], made.rels[5]) == (-1, "root")
    assert (made.heads[1], made.rels[1]) == (0, "acl")
    assert (made.heads[0], made.rels[0]) == (5, "nsubj:pass")


def test_who_does_the_passive_above_is_no_word_of_the_clause_below() -> None:
    made = draft(
        "men/NOUN/NNS/3/nsubj:pass", "were/AUX/VBD/3/aux:pass", "told/VERB/VBN/0/root",
        "to/PART/TO/5/mark", "go/VERB/VB/3/xcomp", "by/ADP/IN/7/case", "guards/NOUN/NNS/5/obl",
        "./PUNCT/./3/punct",
    )  # fmt: skip
    mend(made)
    assert (made.heads[6], made.rels[6]) == (2, "obl:agent")


def test_what_a_thing_would_have_done_goes_on_behind_and() -> None:
    words = ["they/PRON/PRP/2/nsubj", "blocked/VERB/VBD/0/root", "a/DET/DT/4/det",
             "bill/NOUN/NN/2/obj", "that/PRON/WDT/8/nsubj", "would/AUX/MD/8/aux",
             "have/AUX/VB/8/aux", "cut/VERB/VBN/4/acl:relcl", "aid/NOUN/NN/8/obj",
             "and/CCONJ/CC/11/cc", "raised/VERB/VBD/2/conj", "fees/NOUN/NNS/11/obj"]  # fmt: skip
    thing = draft(*words)
    mend(thing)
    assert thing.heads[10] == 7
    person = draft(*(word.replace("that/PRON/WDT", "who/PRON/WP") for word in words))
    mend(person)
    assert person.heads[10] == 1


def test_a_subject_behind_an_active_verb_is_whom_it_is_done_to() -> None:
    words = ["court/NOUN/NN/4/nsubj:pass", "on/ADP/IN/3/case", "monday/PROPN/NNP/4/obl",
             "sentenced/VERB/VBD/0/root"]  # fmt: skip
    made = draft(*words, "holm/PROPN/NNP/4/nsubj:pass", "./PUNCT/./4/punct")
    passive = draft("holm/PROPN/NNP/3/nsubj:pass", "was/AUX/VBD/3/aux:pass", *words[3:4])
    mend(made)
    mend(passive)
    assert (made.rels[0], made.rels[4]) == ("nsubj", "obj")
    assert passive.rels[0] == "nsubj:pass"
