"""A nudge for the worker in this process, so that mail does not wait for the next poll."""

import threading

_due = threading.Event()


def wake() -> None:
    """Tell the worker that there is something to do."""
    _due.set()


def wait(seconds: float) -> None:
    """Sleep until nudged, or until `seconds` have passed."""
    _due.wait(seconds)
    _due.clear()
