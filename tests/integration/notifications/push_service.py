"""A push service that really runs on this machine: it checks who knocks, and opens what was sealed for its browser."""

import json
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import http_ece
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from b2b.notifications.rules.push import Subscription

AUTH = b"sixteen bytes !!"


def unpadded(raw):
    return urlsafe_b64encode(raw).decode().rstrip("=")


def raw_of(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


class PushService:
    """Opens at `url`; `heard` is what browsers read, by their name; `answer` is what the next knocks get."""

    def __init__(self, public_key):
        self.public_key, self.heard, self.claims, self.answer = public_key, [], [], 201
        self._browser = ec.generate_private_key(ec.SECP256R1())
        outer = self

        class Desk(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                code = outer.answer if outer.answer != 201 else outer.take(self.path, self.headers, body)
                self.send_response(code)
                if code == 307:
                    self.send_header("Location", f"{outer.url}/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_words):
                """Keep quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def subscription(self, name):
        point = self._browser.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return Subscription(f"{self.url}/{name}", unpadded(point), unpadded(AUTH))

    def take(self, path, headers, body):
        """Check the signature (RFC 8292), open the message (RFC 8291); return the status to answer with."""
        scheme, _, parts = headers["Authorization"].partition(" ")
        said = dict(part.strip().split("=", 1) for part in parts.split(","))
        if scheme != "vapid" or said["k"].rstrip("=") != self.public_key:
            return 403
        signed, _, signature = said["t"].rpartition(".")
        both = raw_of(signature)
        der = encode_dss_signature(int.from_bytes(both[:32], "big"), int.from_bytes(both[32:], "big"))
        try:
            ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw_of(said["k"])).verify(
                der, signed.encode(), ec.ECDSA(SHA256())
            )
        except InvalidSignature:
            return 403
        if headers["Content-Encoding"] != "aes128gcm":
            return 400
        self.claims.append(json.loads(raw_of(signed.partition(".")[2])))
        opened = http_ece.decrypt(body, private_key=self._browser, auth_secret=AUTH, version="aes128gcm")
        self.heard.append((path, opened.decode()))
        return 201
