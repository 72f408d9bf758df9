"""Calls to a municipality's system: judged, verified, with one end for each call and one for all of them together."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode, urlsplit

from b2b.accounts.rules.oidc import is_loopback, may_connect
from b2b.core.words import N_
from b2b.handoff.connectors.base import NoAnswer, Refused, Way

CALL_SECONDS = 10.0
"""The longest that one call may take, from look-up to the last byte."""
ALL_SECONDS = 45.0
"""The longest that all calls of one delivery may take: shorter than the lease of a job."""
_LATER = frozenset({401, 403, 408, 409, 425, 429})
"""Refusals that pass by themselves, or once an administrator corrects the token."""


@dataclass(frozen=True)
class Answer:
    """What came back: the status, and the JSON in it (None without)."""

    status: int
    data: Any


def is_callable(address: str, *, local: bool) -> bool:
    """Say whether an administrator may let us call this address: https, or this machine itself where `local`."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return False
    if not parts.hostname or parts.username is not None or parts.fragment or parts.query:
        return False
    return parts.scheme == "https" or (local and parts.scheme == "http" and is_loopback(parts.hostname))


class Calls:
    """A row of calls to one address; together they end in time."""

    def __init__(self, way: Way, headers: Mapping[str, str] | None = None, *, seconds: float = ALL_SECONDS):
        self._root, self._local = way.address.rstrip("/"), way.local
        self._headers = {"Accept": "application/json", **(headers or {})}
        self._until = time.monotonic() + seconds

    def ask(
        self,
        method: str,
        path: str = "",
        *,
        query: Mapping[str, str] | None = None,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        fine: tuple[int, ...] = (),
    ) -> Answer:
        """Call, and return the answer when it is a 2xx or one of `fine`.

        Raises NoAnswer when trying again may help, Refused when it cannot.
        """
        url = f"{self._root}{path}" + (f"?{urlencode(query)}" if query else "")
        sent = {
            **self._headers,
            **({"Content-Type": "application/json"} if body is not None else {}),
            **(headers or {}),
        }
        status, text, after = self._send(method, url, body, sent)
        if 200 <= status < 300 or status in fine:
            return Answer(status, _read(text))
        if status >= 500 or status in _LATER:
            raise NoAnswer(_words(status), after)
        raise Refused(_words(status), status, codes_of(_read(text)))

    def _send(
        self, method: str, url: str, body: str | None, headers: Mapping[str, str]
    ) -> tuple[int, bytes, timedelta | None]:
        # These cost a third of a second to load, and the web process never calls.
        import httpx2

        from b2b.core.outgoing import Door

        left = min(CALL_SECONDS, self._until - time.monotonic())
        if left <= 0:
            raise NoAnswer(N_("Het systeem van de gemeente is te langzaam."))
        door = Door(
            lambda asked: is_callable(asked.partition("?")[0], local=self._local) and self._is_ours(asked),
            lambda number: may_connect(number, local=self._local),
            seconds=left,
        )
        try:
            with httpx2.Client(transport=door, follow_redirects=False, trust_env=False) as client:
                content = body.encode() if body is not None else None
                answer = client.request(method, url, content=content, headers=dict(headers))
        except httpx2.TimeoutException:
            raise NoAnswer(N_("Het systeem van de gemeente gaf niet op tijd antwoord.")) from None
        except httpx2.HTTPError:
            # The words of the library may hold the address that was asked, and with it somebody's number.
            raise NoAnswer(N_("Het systeem van de gemeente is niet te bereiken.")) from None
        return answer.status_code, answer.content, _wait(answer.headers.get("retry-after"))

    def _is_ours(self, asked: str) -> bool:
        own, there = urlsplit(self._root), urlsplit(asked)
        return (own.scheme, own.hostname, own.port) == (there.scheme, there.hostname, there.port)


def codes_of(data: Any) -> dict[str, str]:
    """Return which fields were refused with which code; never the value or the words, which may hold it."""
    found = data.get("invalidParams") if isinstance(data, dict) else None
    if not isinstance(found, list):
        return {}
    pairs = [each for each in found if isinstance(each, dict)]
    return {str(each.get("name"))[:80]: str(each.get("code"))[:40] for each in pairs[:10]}


def _words(status: int) -> str:
    known = {
        401: N_("Het systeem van de gemeente kent onze sleutel niet (401)."),
        403: N_("Onze sleutel mag dit niet in het systeem van de gemeente (403)."),
        404: N_("Het adres bestaat niet in het systeem van de gemeente (404)."),
    }
    return known.get(status) or f"Het systeem van de gemeente antwoordde met fout {status}."


def _wait(text: str | None) -> timedelta | None:
    return timedelta(seconds=int(text)) if text and text.isascii() and text.isdigit() and len(text) < 7 else None


def _read(text: bytes) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return None
