"""A case system over real HTTP that keeps what it is told: JWT, unique names, an outcome before the end, a closed case stays shut."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

CLIENT, SECRET = "buurthulp", "a-secret-of-the-municipality-of-32-characters"
ROOT, CATALOGUE = "/zaken/api/v1", "/catalogi/api/v1"
REQUIRED = {
    "zaken": ("bronorganisatie", "verantwoordelijkeOrganisatie", "startdatum", "zaaktype"),
    "statussen": ("zaak", "statustype", "datumStatusGezet"),
    "rollen": ("zaak", "betrokkeneType", "roltype", "roltoelichting"),
    "resultaten": ("zaak", "resultaattype"),
}


class ZakenTwin:
    """Runs while the `with` block does. `fail(n, heard=…)` lets the n-th call from now fall over; `slow` drips."""

    def __init__(self):
        self.things = {"zaken": {}, "statussen": {}, "rollen": {}, "resultaten": {}}
        self.calls, self.concept, self.may_remove, self.slow, self.down = [], False, True, False, False
        self.has_end = True
        self._fail_at, self._heard = -1, False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"twin": self}))
        self._server.daemon_threads = True
        self.site = f"http://127.0.0.1:{self._server.server_address[1]}"
        self.address = self.site + ROOT
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def at_catalogue(self, kind, name):
        return f"{self.site}{CATALOGUE}/{kind}/{name}"

    def fail(self, number, *, heard):
        self._fail_at, self._heard = number, heard

    def falls_over(self):
        self._fail_at -= 1
        return "" if self._fail_at != -1 else ("heard" if self._heard else "unheard")

    def answer(self, method, path, query, body):
        """Do what is asked; return a status and the JSON."""
        if path == f"{CATALOGUE}/statustypen":
            states = [("ontvangen", False), *([("afgehandeld", True)] if self.has_end else [])]
            known = query.get("zaaktype") == self.at_catalogue("zaaktypen", "gesprek")
            kinds = [{"url": self.at_catalogue("statustypen", one), "isEindstatus": last} for one, last in states]
            return 200, listed(kinds if known else [])
        if path.startswith(CATALOGUE):
            return 200, {
                "concept": self.concept,
                "statustypen": [self.at_catalogue("statustypen", "ontvangen")],
                "resultaattypen": [self.at_catalogue("resultaattypen", "geregeld")],
                "roltypen": [self.at_catalogue("roltypen", name) for name in ("initiator", "behandelaar")],
            }
        kind, _, key = path.removeprefix(ROOT).strip("/").partition("/")
        if kind not in self.things:
            return 404, problem("not_found")
        if method == "POST":
            return self.add(kind, body)
        if key and key not in self.things[kind]:
            return 404, problem("not_found")
        if method == "DELETE":
            return self.remove(kind, key)
        if key:
            return 200, self.things[kind][key]
        found = [
            one for one in self.things[kind].values() if all(one.get(name) == value for name, value in query.items())
        ]
        return 200, listed(found)

    def add(self, kind, body):
        lacking = [name for name in REQUIRED[kind] if not body.get(name)]
        if lacking:
            return 400, problem("invalid", *((name, "required") for name in lacking))
        if kind == "zaken" and any(
            (one["identificatie"], one["bronorganisatie"]) == (body["identificatie"], body["bronorganisatie"])
            for one in self.things["zaken"].values()
        ):
            return 400, problem("invalid", ("identificatie", "identificatie-niet-uniek"))
        if kind != "zaken" and (refused := self._of_case(kind, body)):
            return refused
        key = str(uuid4())
        made = {**body, "url": f"{self.address}/{kind}/{key}", "uuid": key}
        if kind == "zaken":
            made["einddatum"] = None
        self.things[kind][key] = made
        return 201, made

    def _of_case(self, kind, body):
        case = next((one for one in self.things["zaken"].values() if one["url"] == body["zaak"]), None)
        if case is None:
            return 400, problem("invalid", ("zaak", "does_not_exist"))
        if case["einddatum"]:
            return 403, problem("permission_denied", ("nonFieldErrors", "zaak-closed"))
        outcomes = [one for one in self.things["resultaten"].values() if one["zaak"] == case["url"]]
        if kind == "resultaten" and outcomes:
            return 400, problem("invalid", ("zaak", "unique"))
        if kind == "statussen" and body["statustype"] == self.at_catalogue("statustypen", "afgehandeld"):
            if not outcomes:
                return 400, problem("invalid", ("nonFieldErrors", "resultaat-does-not-exist"))
            case["einddatum"] = body["datumStatusGezet"][:10]
        return None

    def remove(self, kind, key):
        if kind == "zaken" and not self.may_remove:
            return 403, problem("permission_denied")
        gone = self.things[kind].pop(key)
        if kind == "zaken":
            for hangs in ("statussen", "rollen", "resultaten"):
                self.things[hangs] = {k: one for k, one in self.things[hangs].items() if one["zaak"] != gone["url"]}
        return 204, None


def listed(found):
    return {"count": len(found), "next": None, "previous": None, "results": found}


def problem(code, *wrong):
    return {"code": code, "invalidParams": [{"name": name, "code": why, "reason": "x"} for name, why in wrong]}


def is_known(header):
    """Say whether a bearer token is a JWT of our client, signed with our secret, not older than an hour."""
    if not header or not header.startswith("Bearer "):
        return False
    try:
        claims = jwt.decode(header[7:], OctKey.import_key(SECRET), algorithms=["HS256"]).claims
    except JoseError:
        return False
    fresh = 0 <= time.time() - claims["iat"] + 5 < 3600
    return fresh and claims["iss"] == claims["client_id"] == CLIENT and claims["user_representation"]


class _Handler(BaseHTTPRequestHandler):
    twin: ZakenTwin

    def do_GET(self):
        self.call("GET")

    def do_POST(self):
        self.call("POST")

    def do_DELETE(self):
        self.call("DELETE")

    def log_message(self, *_):
        """Say nothing."""

    def call(self, method):
        parts, twin = urlsplit(self.path), self.twin
        text = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        twin.calls.append((method, parts.path.removeprefix(ROOT), text))
        way = twin.falls_over()
        if twin.down or way == "unheard":
            return self.send(503, problem("error"))
        if not is_known(self.headers.get("Authorization")):
            return self.send(403, problem("permission_denied"))
        if method == "POST" and self.headers.get("Content-Crs") != "EPSG:4326":
            return self.send(412, problem("crs"))
        status, data = twin.answer(method, parts.path, dict(parse_qsl(parts.query)), json.loads(text) if text else {})
        if way == "heard":
            self.close_connection = True
            return None
        return self.send(status, data)

    def send(self, status, data):
        body = b"" if data is None else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for byte in body if self.twin.slow else ():
            self.wfile.write(bytes([byte]))
            time.sleep(0.05)
        if not self.twin.slow:
            self.wfile.write(body)
