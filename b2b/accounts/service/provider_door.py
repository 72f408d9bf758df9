"""The way out to an identity provider: to its own addresses only."""

from collections.abc import Callable

from b2b.accounts.rules.oidc import OUTGOING_SECONDS, may_connect
from b2b.core import outgoing


class Door(outgoing.Door):
    """One conversation with a provider. `local` allows this machine itself (a demo, a test)."""

    def __init__(self, may_call: Callable[[str], bool], *, local: bool, seconds: float = OUTGOING_SECONDS):
        super().__init__(may_call, lambda number: may_connect(number, local=local), seconds=seconds)
