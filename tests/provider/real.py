"""A real identity provider in a process of its own, and a member of staff's browser that walks through it."""

import json
import os
import re
import socket
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from _assets import ASSETS, node_from_wheel, node_on_path

from tests.requirements import missing

PATIENCE = 20
HERE = Path(__file__).parent


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])


def packages() -> Path:
    """Return where the provider's package is installed, or report it missing."""
    folder = ASSETS / "test"
    return folder if (folder / "node_modules" / "oidc-provider").is_dir() else missing("oidc-provider (npm)")


@contextmanager
def running(port: int, clients: list[dict[str, Any]], people: dict[str, Any]) -> Iterator[str]:
    """Run the provider on `port` while the block runs; give its issuer."""
    node, issuer = node_on_path() or node_from_wheel(), f"http://127.0.0.1:{port}"
    told = {
        "OP_ISSUER": issuer,
        "OP_PACKAGES": str(packages()),
        "OP_CLIENTS": json.dumps(clients),
        "OP_PEOPLE": json.dumps(people),
    }
    with subprocess.Popen(
        [node.program, HERE / "server.mjs"],
        env={**os.environ, **told},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            assert any("listening" in line for line in process.stdout), "the provider did not start"
            yield issuer
        finally:
            process.kill()


@dataclass
class Walker:
    """The browser of somebody at the provider: keeps its cookies there, and fills in its form."""

    jar: CookieJar = field(default_factory=CookieJar)

    def sign_in(self, address: str, who: str) -> str:
        """Go to `address`, sign in as `who` when asked; return the address that leads back to us."""
        home = urlsplit(address).netloc
        answer, text = self._open(address)
        while urlsplit(answer).netloc == home:
            if 'name="who"' not in text:
                raise AssertionError(text[:500])
            answer, text = self._open(answer, {"who": who})
        return answer

    def sign_out(self, address: str) -> None:
        """Go to the sign-out page of the provider and say yes."""
        _, text = self._open(address)
        action = re.search(r'action="([^"]+)"', text)
        secret = re.search(r'name="xsrf" value="([^"]+)"', text)
        assert action and secret, text[:500]
        self._open(urljoin(address, action[1]), {"xsrf": secret[1], "logout": "yes"})

    def _open(self, address: str, form: dict[str, str] | None = None) -> tuple[str, str]:
        home = urlsplit(address).netloc
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar), _Stay(home))
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with opener.open(address, data, timeout=PATIENCE) as answer:
                return answer.geturl(), answer.read().decode()
        except _Left as left:
            return left.address, ""


class _Left(Exception):
    def __init__(self, address: str):
        self.address = address


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follow redirects at the provider; stop where it sends people back to us."""

    def __init__(self, home: str):
        self.home = home

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).netloc != self.home:
            raise _Left(newurl)
        return urllib.request.Request(newurl, headers={})
