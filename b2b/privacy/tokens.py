"""The signed link in the mail about a deletion: it opens the page where that is taken back, and nothing else."""

from b2b.core.crypto import keyring

UNDO = "privacy.undo-erasure"


def make_undo(erasure_id: int) -> str:
    """Return what stands in the link. It works until the deletion is done or taken back: the row says which."""
    return keyring().sign(UNDO, str(erasure_id))


def read_undo(token: str) -> int | None:
    """Return the key of the deletion that a link is about; None when it is not ours."""
    value = keyring().verify(UNDO, token)
    return int(value) if value else None
