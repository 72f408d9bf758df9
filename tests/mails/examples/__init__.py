"""Examples of words for mails. A file per feature holds EXAMPLES: name of the mail -> its words.

Write "look-back--asker" for a variant of "look-back". Each example becomes a file in
`../snapshots`; run the test with SNAPSHOT_UPDATE=1 to write those anew, and read what changed.
"""

import importlib
import pkgutil
from typing import Any


def every_example() -> dict[str, dict[str, Any]]:
    """Return the examples of all features; two features cannot describe the same mail."""
    found: dict[str, dict[str, Any]] = {}
    for module in pkgutil.iter_modules(__path__):
        for name, words in importlib.import_module(f"{__name__}.{module.name}").EXAMPLES.items():
            assert name not in found, f"two examples are called {name}"
            found[name] = words
    return found
