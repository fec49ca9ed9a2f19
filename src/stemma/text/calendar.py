"""Names of months and of days of the week, in small letters, with their numbers."""

MONTHS = {
    word: number
    for number, word in enumerate(
        "january february march april may june july august september october november december".split(),
        start=1,
    )
}
SHORT_MONTHS = {word[:3]: number for word, number in MONTHS.items() if word != "may"} | {"sept": 9}
WEEKDAYS = {
    word: number
    for number, word in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=1
    )
}
