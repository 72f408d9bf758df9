"""Where the built style sheet, script and icons are: names with a hash of what is in them.

`assets/build.mjs` writes `static/dist/manifest.json`; the names in it never change meaning,
so a browser may keep the files for ever.
"""

import json
from pathlib import Path

DIST = Path(__file__).parents[2] / "static" / "dist"
PREFIX = "/static/dist/"


class AssetsMissing(RuntimeError):
    """The style sheet and icons were never built, or a page asks for one that is not there."""


class Assets:
    """`asset("app.css")` in a template is the address of today's style sheet.

    The manifest is read at the first question and kept: a new build needs a new process.
    """

    def __init__(self, folder: Path = DIST, prefix: str = PREFIX):
        self._folder = folder
        self._prefix = prefix
        self._addresses: dict[str, str] | None = None

    def __call__(self, name: str) -> str:
        """Return the address of the file called `name`; AssetsMissing when there is none."""
        if self._addresses is None:
            self._addresses = self._read()
        try:
            return self._addresses[name]
        except KeyError:
            known = ", ".join(sorted(self._addresses))
            raise AssetsMissing(f"No asset is called {name!r}. There are: {known}.") from None

    def text(self, name: str) -> str:
        """Return what is in the file called `name`; AssetsMissing when there is none."""
        return (self._folder / self(name).removeprefix(self._prefix)).read_text(encoding="utf-8")

    def _read(self) -> dict[str, str]:
        manifest = self._folder / "manifest.json"
        try:
            names = json.loads(manifest.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise AssetsMissing(
                f"{manifest.name} is not in {self._folder}: the style sheet and icons are not built yet. "
                "Start the site once with bin/run, which builds them."
            ) from None
        except ValueError:
            raise AssetsMissing(
                f"{manifest.name} in {self._folder} cannot be read: a build was cut off. "
                "Start the site with bin/run, which builds it again."
            ) from None
        return {name: self._prefix + file for name, file in names.items()}


assets = Assets()
