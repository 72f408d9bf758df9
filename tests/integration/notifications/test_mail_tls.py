"""Mail and password travel over TLS when the server offers it, and only to the server it says it is."""

import asyncio
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from b2b.jobs.rules import RetryLater
from b2b.notifications.channels.email import SmtpDoor
from tests.integration.notifications.test_mail_server import mail


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 that nobody but its holder trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(secret + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def trusting(certificate):
    return ssl.create_default_context(cafile=certificate)


class Heard:
    """What the server heard: mails, and passwords with whether the line was private."""

    def __init__(self):
        self.mails, self.passwords = [], []

    async def handle_DATA(self, _server, session, envelope):  # noqa: N802
        self.mails.append((session.ssl is not None, envelope.content))
        return "250 OK"

    def authenticate(self, _server, session, _envelope, _mechanism, given):
        self.passwords.append((session.ssl is not None, given.password))
        return AuthResult(success=given.password == b"secret", handled=False)


@contextmanager
def serving(certificate, *, implicit):
    """Run an SMTP server with TLS from the start, or on request."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    heard, opened, closing = Heard(), threading.Event(), {}

    def conversation():
        return SMTP(
            heard,
            hostname="localhost",
            tls_context=None if implicit else context,
            authenticator=heard.authenticate,
            auth_require_tls=not implicit,
            loop=asyncio.get_running_loop(),
        )

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(conversation, "127.0.0.1", 0, ssl=context if implicit else None)
        closing.update(loop=loop, done=asyncio.Event(), port=server.sockets[0].getsockname()[1])
        opened.set()
        await closing["done"].wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    assert opened.wait(20)
    yield closing["port"], heard
    closing["loop"].call_soon_threadsafe(closing["done"].set)
    thread.join()


def test_tls_is_used_when_the_server_offers_it(certificate, trusting):
    with serving(certificate, implicit=False) as (port, heard):
        SmtpDoor(f"smtp://me:secret@127.0.0.1:{port}", context=trusting).send(mail())
    assert heard.passwords == [(True, b"secret")]
    assert [private for private, _ in heard.mails] == [True]


def test_tls_from_the_start(certificate, trusting):
    with serving(certificate, implicit=True) as (port, heard):
        SmtpDoor(f"smtps://127.0.0.1:{port}", context=trusting).send(mail())
    assert len(heard.mails) == 1


@pytest.mark.parametrize("implicit", [True, False])
def test_a_server_that_is_not_who_it_says_gets_nothing(certificate, implicit):
    scheme = "smtps" if implicit else "smtp"
    with serving(certificate, implicit=implicit) as (port, heard):
        door = SmtpDoor(f"{scheme}://me:secret@127.0.0.1:{port}")
        with pytest.raises(RetryLater):
            door.send(mail())
    assert (heard.passwords, heard.mails) == ([], [])


def test_a_wrong_password_is_no_reason_to_give_a_mail_up(certificate, trusting):
    with serving(certificate, implicit=False) as (port, heard):
        door = SmtpDoor(f"smtp://me:wrong@127.0.0.1:{port}", context=trusting)
        with pytest.raises(RetryLater, match="B2B_SMTP_URL"):
            door.send(mail())
    assert heard.mails == []
