"""What the pile says, on what footing: statements and their reporters (first form), whom they rely
on, and what each speaker said over all pages."""

from stemma.account.bases import bases_of, speakers_of, stated
from stemma.account.claimed import Read
from stemma.account.denials import Said, claims_of, in_question, told_in, with_denials
from stemma.account.footing import Footing, footing_of
from stemma.account.pool import Pool, pool_of
from stemma.account.rewordings import Learnt, rewordings_of
from stemma.account.sayings import sayings_of
from stemma.account.statements import Account, account_of

__all__ = [
    "Account", "Footing", "Learnt", "Pool", "Read", "Said", "account_of", "bases_of", "claims_of",
    "footing_of", "in_question", "pool_of", "rewordings_of", "sayings_of", "speakers_of", "stated",
    "told_in", "with_denials",
]  # fmt: skip
