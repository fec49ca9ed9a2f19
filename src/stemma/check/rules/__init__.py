"""The rules of a check, each a module with one function; one more is a module and a line here."""

from stemma.check.found import Rule
from stemma.check.rules.dates import dates
from stemma.check.rules.deeds import deeds, names_it
from stemma.check.rules.disputed import disputed
from stemma.check.rules.figures import figures
from stemma.check.rules.names import names
from stemma.check.rules.opposites import opposites
from stemma.check.rules.parts import parts
from stemma.check.rules.roles import owners, roles
from stemma.check.rules.speakers import speakers
from stemma.check.rules.stances import stances
from stemma.check.rules.status import status
from stemma.check.rules.versions import versions
from stemma.check.rules.words import quotations

# Those that hold where what comes near tells the same in part at the most.
CAREFUL: tuple[Rule, ...] = (quotations, figures, dates, names, deeds, parts)
RULES: tuple[Rule, ...] = (
    speakers, quotations, figures, dates, stances, status, opposites, roles, owners, names, deeds, names_it,
    parts, versions, disputed,
)  # fmt: skip

__all__ = ["CAREFUL", "RULES"]
