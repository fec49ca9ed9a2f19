"""Lemmas as edits of the word: what is taken off its end, what is put there, and the case."""

# A rule is `CASE|CUT|ENDING`: case `l` lowers all, `k` keeps, `c` capitalises; CUT letters go off the end.


def rule_of(word: str, lemma: str) -> str:
    """The rule that makes `lemma` of `word`; a rule `=LEMMA` where no edit of the end does."""
    for case, base in (("k", word), ("l", word.lower()), ("c", word.capitalize())):
        shared = 0
        while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
            shared += 1
        if shared >= min(len(base), len(lemma), 2) or shared == len(lemma):
            return f"{case}|{len(base) - shared}|{lemma[shared:]}"
    return f"={lemma}"


def apply_rule(rule: str, word: str) -> str:
    """The lemma of a word by a rule. A rule that cuts more than there is leaves the word as it is."""
    if rule.startswith("="):
        return rule[1:]
    case, cut, ending = rule.split("|", 2)
    base = {"k": word, "l": word.lower(), "c": word.capitalize()}[case]
    return base[: len(base) - int(cut)] + ending if int(cut) <= len(base) else word
