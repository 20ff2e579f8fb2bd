"""A large language model asked for what the rules may have missed: its answers are suggestions, held to the words."""

from tripoint.proposals.endpoint import Endpoint
from tripoint.proposals.proposing import Tally, propose

__all__ = ["Endpoint", "Tally", "propose"]
