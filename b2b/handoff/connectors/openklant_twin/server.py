"""The stand-in as a server: the paths of the Klantinteracties API, and one page for who plays the officer."""

import hmac
import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from urllib.request import Request, urlopen

from b2b.handoff.connectors.openklant_twin import officer
from b2b.handoff.connectors.openklant_twin.checks import Broken, Invalid
from b2b.handoff.connectors.openklant_twin.store import KINDS, Store

ROOT = "/klantinteracties/api/v1"
PAGE_SIZE = 100
EXPANDS = frozenset({"leiddeTotInterneTaken", "gingOverOnderwerpobjecten", "hadBetrokkenen"})


class Twin:
    """A register that runs while the `with` block does. Port 0 takes any that is free.

    `calls` is what was asked, in order, with the body as it came: what a test reads. `fail(n)` lets the register fall
    over at the n-th call from now, before (`heard=False`) or after it did what was asked.
    """

    def __init__(self, token: str, *, port: int = 0, file: Path | None = None):
        self.token, self.calls = token, list[tuple[str, str, str]]()
        self.down = False
        self._fail_at, self._heard = -1, False
        self._server = ThreadingHTTPServer(("127.0.0.1", port), type("Handler", (_Handler,), {"twin": self}))
        self._server.daemon_threads = True
        self.site = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.address = f"{self.site}{ROOT}"
        self.store = Store(self.address, file)
        self._hooks: list[tuple[str, str]] = []
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> "Twin":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def subscribe(self, url: str, authorization: str) -> None:
        """Tell this address whenever a task changes, as Open Notificaties does."""
        self._hooks.append((url, authorization))

    def tell(self, key: str) -> None:
        """Send what changed, as the real one does: with the words of the task in it, to everybody."""
        task = self.store.things["internetaken"].get(key)
        for url, authorization in self._hooks if task else ():
            threading.Thread(target=_post, args=(url, authorization, notice(task)), daemon=True).start()

    def fail(self, number: int, *, heard: bool) -> None:
        """Fall over at the call with this number from now (0 is the next one)."""
        self._fail_at, self._heard = number, heard

    def falls_over(self) -> str:
        """Say how the call that just came in must fail: "", "unheard" or "heard"."""
        self._fail_at -= 1
        return "" if self._fail_at != -1 else ("heard" if self._heard else "unheard")


class _Handler(BaseHTTPRequestHandler):
    """One call."""

    twin: Twin
    server_version, sys_version = "Twin", ""

    def do_GET(self) -> None:
        if urlsplit(self.path).path == "/":
            self._page()
        else:
            self._call("GET")

    def do_POST(self) -> None:
        if self.path.startswith("/taken/"):
            officer.act(self.twin.store, self.path)
            self.twin.tell(self.path.split("/")[2])
            self.send_response(HTTPStatus.SEE_OTHER)
            self.send_header("Location", "/")
            self.end_headers()
        else:
            self._call("POST")

    def do_PATCH(self) -> None:
        self._call("PATCH")

    def do_DELETE(self) -> None:
        self._call("DELETE")

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what comes by holds names and numbers."""

    def _page(self) -> None:
        with self.twin.store.lock:
            html = officer.page(self.twin.store).encode()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(html)))
        self.end_headers()
        self.wfile.write(html)

    def _call(self, method: str) -> None:
        parts = urlsplit(self.path)
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        twin = self.twin
        with twin.store.lock:
            twin.calls.append((method, parts.path.removeprefix(ROOT), text))
            way = twin.falls_over()
            if twin.down or way == "unheard":
                self._answer(503, _problem("error", "Tijdelijk niet bereikbaar.", 503))
                return
            status, data = self._asked(method, parts.path.removeprefix(ROOT), dict(parse_qsl(parts.query)), text)
        if way == "heard":
            # It did what was asked, and the answer got lost.
            self.close_connection = True
            return
        self._answer(status, data)

    def _asked(self, method: str, path: str, query: dict[str, str], text: str) -> tuple[int, Any]:
        given = self.headers.get("Authorization")
        if not given or not hmac.compare_digest(given.encode(), f"Token {self.twin.token}".encode()):
            code = "authentication_failed" if given else "not_authenticated"
            return 401, _problem(code, "Authenticatiegegevens zijn niet geldig.", 401)
        if method in ("POST", "PATCH") and self.headers.get_content_type() != "application/json":
            return 415, _problem("unsupported_media_type", "Ongeldig media type.", 415)
        try:
            body = json.loads(text) if text else {}
            return self._done(method, path.strip("/"), query, body)
        except Invalid as refusal:
            params = [vars(wrong) for wrong in refusal.wrong]
            return 400, {**_problem("invalid", "Invalid input.", 400), "invalidParams": params}
        except KeyError:
            return 404, _problem("not_found", "Niet gevonden.", 404)
        except Broken:
            return 500, _problem("error", "Er is een serverfout opgetreden.", 500)

    def _done(self, method: str, path: str, query: dict[str, str], body: dict[str, Any]) -> tuple[int, Any]:
        store = self.twin.store
        kind, _, key = path.partition("/")
        if (method, kind) == ("POST", "maak-klantcontact"):
            return 201, store.contact_with_all(body)
        if kind not in KINDS:
            raise KeyError(kind)
        if set(query.get("expand", "hadBetrokkenen").split(",")) - EXPANDS:
            return 400, _problem("invalid_choice", "Dit is geen geldige keuze.", 400)
        if method == "GET" and not key:
            return self._listed(kind, query)
        if method == "POST" and not key:
            return 201, store.drawn(kind, store.add(kind, body))
        return self._one(method, kind, key, body)

    def _one(self, method: str, kind: str, key: str, body: dict[str, Any]) -> tuple[int, Any]:
        store = self.twin.store
        thing = store.things[kind][key]
        if method == "DELETE":
            store.remove(kind, key)
            return 204, None
        if method == "PATCH" and kind == "internetaken":
            changed = store.change(key, body)
            self.twin.tell(key)
            return 200, changed
        return 200, store.drawn(kind, thing)

    def _listed(self, kind: str, query: dict[str, str]) -> tuple[int, Any]:
        if query.get("page", "1") != "1":
            raise KeyError("page")
        found = [self.twin.store.drawn(kind, thing) for thing in self.twin.store.find(kind, query)]
        return 200, {"count": len(found), "next": None, "previous": None, "results": found[:PAGE_SIZE]}

    def _answer(self, status: int, data: Any) -> None:
        text = b"" if data is None else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("API-version", "0.9.0")
        if status == HTTPStatus.UNAUTHORIZED:
            self.send_header("WWW-Authenticate", "Token")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)


def _problem(code: str, title: str, status: int) -> dict[str, Any]:
    return {"type": "", "code": code, "title": title, "status": status, "detail": title, "instance": "urn:uuid:twin"}


def notice(task: dict[str, Any] | None) -> dict[str, Any]:
    """Return the notification of a changed task."""
    task = task or {}
    return {
        "kanaal": "internetaken",
        "hoofdObject": task.get("url"),
        "resource": "internetaak",
        "resourceUrl": task.get("url"),
        "actie": "partial_update",
        "kenmerken": {name: task.get(name) for name in ("nummer", "gevraagdeHandeling", "toelichting", "status")},
    }


def _post(url: str, authorization: str, body: dict[str, Any]) -> None:
    headers = {"Authorization": authorization, "Content-Type": "application/json"}
    asked = Request(url, json.dumps(body).encode(), headers)  # noqa: S310 - the demo's own address
    try:
        urlopen(asked, timeout=5).close()  # noqa: S310 - same
    except OSError:
        pass  # who was not there finds out at the next look
