"""The way out to a provider: only there, only so long, only so much."""

import socket
import ssl
import threading
import time
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import httpx2
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from b2b.accounts.service.provider_door import Door
from b2b.core.outgoing import ANSWER_MAX, NotAllowed


@contextmanager
def answering(*parts, pause=0.0):
    """Answer one call with `parts`, so many seconds apart; give the address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        with listening, listening.accept()[0] as line:
            line.recv(65536)
            for part in parts:
                try:
                    line.sendall(part)
                except OSError:
                    return
                time.sleep(pause)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    thread.join(5)


def ask(url, seconds=2.0, *, allowed=True, local=True):
    door = Door(lambda _url: allowed, local=local, seconds=seconds)
    with httpx2.Client(transport=door, follow_redirects=False, trust_env=False) as client:
        return client.get(url)


HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"


def test_a_whole_answer_comes_through():
    with answering(HEAD, b"{}") as url:
        assert ask(url).content == b"{}"


IN_THE_HEAD = [bytes([letter]) for letter in b"HTTP/1.1 200 OK\r\nX-Slow: yes"]
IN_THE_BODY = [b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n", *[b"x"] * 20]


@pytest.mark.parametrize("drops", [IN_THE_HEAD, IN_THE_BODY], ids=["head", "body"])
def test_a_slow_answer_ends_in_time_however_it_drips(drops):
    with answering(*drops, pause=0.1) as url:
        begun = time.monotonic()
        with pytest.raises(httpx2.TimeoutException):
            ask(url, seconds=0.6)
        assert time.monotonic() - begun < 1.5


def test_an_answer_without_end_is_cut_off():
    with answering(b"HTTP/1.1 200 OK\r\n\r\n", *[b"x" * 65536] * 20) as url, pytest.raises(httpx2.ReadError):
        ask(url)
    assert ANSWER_MAX < 20 * 65536


def test_a_redirect_is_an_answer_and_no_order():
    with answering(b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n") as url:
        assert ask(url).status_code == 302


def test_an_address_that_is_not_the_providers_is_not_called():
    with pytest.raises(NotAllowed):
        ask("http://127.0.0.1:1/", allowed=False)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:1/", "http://localhost:1/", "http://169.254.169.254/", "http://[::1]:1/"]
)
def test_a_name_that_leads_to_this_machine_is_not_called(url):
    begun = time.monotonic()
    with pytest.raises(httpx2.ConnectError, match="nowhere we may go"):
        ask(url, local=False)
    assert time.monotonic() - begun < 1.0


def test_a_name_that_does_not_exist_is_an_answer_too():
    with pytest.raises(httpx2.ConnectError):
        ask("http://nergens.invalid/")


def test_nobody_home_is_an_answer_too():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(httpx2.ConnectError):
        ask(f"http://127.0.0.1:{port}/")


def signed_by_itself(path):
    """Write a key and a certificate of localhost that only its owner vouches for; return where."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, SHA256())
    )
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + certificate.public_bytes(Encoding.PEM))
    return path


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(signed_by_itself(tmp_path / "localhost.pem"))
    listening = socket.create_server(("127.0.0.1", 0))

    def serve():
        with listening:
            line = listening.accept()[0]
            try:
                context.wrap_socket(line, server_side=True).close()
            except OSError:
                line.close()

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with pytest.raises(httpx2.ConnectError, match="certificate"):
        ask(f"https://localhost:{listening.getsockname()[1]}/")
    thread.join(5)
