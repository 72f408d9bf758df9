"""Examples of words for mails: those of `b2b/notifications/examples`, and any in this folder, a file per feature.

Each becomes a file in `../snapshots`; run the test with SNAPSHOT_UPDATE=1 to write those anew, and read what changed.
"""

import importlib
import pkgutil
from typing import Any

from b2b.notifications import examples


def every_example() -> dict[str, dict[str, Any]]:
    """Return the examples of all features; two features cannot describe the same mail."""
    found: dict[str, dict[str, Any]] = {}
    for package in (examples, importlib.import_module(__name__)):
        for module in pkgutil.iter_modules(package.__path__):
            for name, words in importlib.import_module(f"{package.__name__}.{module.name}").EXAMPLES.items():
                assert name not in found, f"two examples are called {name}"
                found[name] = words
    return found
