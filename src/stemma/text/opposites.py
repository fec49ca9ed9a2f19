"""Words that mean the opposite of each other, of which a text about one thing can't have both."""

_PAIRS = (
    "early late|guilty innocent|rise fall|increase decrease|win lose|accept reject|allow ban|open close|"
    "arrive depart|enter leave|buy sell|strengthen weaken|support oppose|praise condemn|hire fire|"
    "higher lower|north south|east west|northern southern|eastern western|best worst|first last|"
    "majority minority|maximum minimum|succeed fail|import export|victory defeat|begin end|start stop|"
    "uphold overturn|release detain|public private|strong weak|widen narrow|cheap expensive|morning evening|"
    "friend enemy|ally enemy|approve reject|raise cut|more fewer|alive dead|inside outside|above below|"
    "convict acquit|uphold annul|approve veto|adopt reject|ratify reject|grant refuse"
)


def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in (pair.split() for pair in _PAIRS.split("|")):
        for a, b in ((one, other), (other, one)):
            found[a] = found.get(a, frozenset()) | {b}
    return found


# Word -> its opposites.
OPPOSITES = _opposites()
