"""What the pile says, on what footing: statements and their reporters (first form)."""

from stemma.account.statements import Account, give_account

__all__ = ["Account", "give_account"]
