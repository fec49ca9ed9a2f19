"""What the pile says, on what footing: statements and their reporters, whom they rely on, what each speaker
said over all pages, what happened and in which order, and where the tellings disagree."""

from stemma.account.bases import bases_of, speakers_of, stated
from stemma.account.claimed import Read
from stemma.account.conflicts import conflicts_of
from stemma.account.copied import Report
from stemma.account.denials import Said, claims_of, in_question, told_in, with_denials
from stemma.account.footing import Footing, footing_of
from stemma.account.fresh import SaidOn
from stemma.account.grounds import Grounds
from stemma.account.happened import Happenings, events_of
from stemma.account.originals import Originals
from stemma.account.pool import Pool, pool_of
from stemma.account.restated import is_offset
from stemma.account.rewordings import Learnt, rewordings_of
from stemma.account.sayings import sayings_of
from stemma.account.sides import Slots
from stemma.account.standing import ranks
from stemma.account.statements import Account, account_of
from stemma.account.timeline import timeline_of, yearless

__all__ = [
    "Account", "Footing", "Grounds", "Happenings", "Learnt", "Originals", "Pool", "Read", "Report", "Said",
    "SaidOn", "Slots", "account_of", "bases_of", "claims_of", "conflicts_of", "events_of", "footing_of",
    "in_question", "is_offset", "pool_of", "ranks", "rewordings_of", "sayings_of", "speakers_of", "stated",
    "timeline_of", "told_in", "with_denials", "yearless",
]  # fmt: skip
