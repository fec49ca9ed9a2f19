"""What the pile says, on what footing: statements and their reporters (first form), whom they rely
on, and what each speaker said over all pages."""

from stemma.account.bases import bases_of, speakers_of, stated
from stemma.account.footing import Footing, footing_of
from stemma.account.pool import Pool, pool_of
from stemma.account.sayings import sayings_of
from stemma.account.statements import Account, account_of

__all__ = [
    "Account", "Footing", "Pool", "account_of", "bases_of", "footing_of", "pool_of",
    "sayings_of", "speakers_of", "stated",
]  # fmt: skip
