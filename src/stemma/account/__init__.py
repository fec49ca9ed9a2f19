"""What the pile says, on what footing: statements and their reporters (first form)."""

from stemma.account.footing import Footing, footing_of
from stemma.account.pool import Pool, pool_of
from stemma.account.statements import Account, account_of, give_account

__all__ = ["Account", "Footing", "Pool", "account_of", "footing_of", "give_account", "pool_of"]
