"""Examples of words for mails, for the page on which an administrator sees every mail, and for the snapshots of the tests.

A file per feature holds EXAMPLES: name of the mail -> its words. Write "look-back--asker" for a variant of "look-back".
"""

import importlib
import pkgutil
from functools import cache
from typing import Any


@cache
def every_example() -> dict[str, dict[str, Any]]:
    """Return the examples of all features by name."""
    found: dict[str, dict[str, Any]] = {}
    for module in sorted(one.name for one in pkgutil.iter_modules(__path__)):
        found |= importlib.import_module(f"{__name__}.{module}").EXAMPLES
    return found
