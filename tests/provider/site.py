"""A municipality whose staff sign in at the real provider: its people, its clients, and how to walk through it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlmodel import select
from waitress import wasyncore
from waitress.server import create_server

from b2b.accounts.models import Member, RoleGrant
from b2b.accounts.rules.oidc import ClientMethod, Rule
from b2b.accounts.service import identity_providers, oidc_discovery
from b2b.accounts.service.oidc_client import public_key
from b2b.authz.predicates import Role
from tests.provider.real import Walker, free_port, running

SECRET = "a secret of the client, long enough"
REFERENCES = {"basic": "I-TEST-0001", "signed": "I-TEST-0002"}
SUBJECT = {"ruben": "5a1e5b7e-0001", "els": "5a1e5b7e-0002", "nieuw": "5a1e5b7e-0003"}
PEOPLE = {
    "ruben": {
        "sub": SUBJECT["ruben"],
        "given_name": "Ruben",
        "name": "Ruben van Dam",
        "email": "ruben@gemeente.example",
        "email_verified": True,
        "groups": ["wijkteam", "kantine"],
        "acr": "urn:two-factors",
        "amr": ["pwd", "mfa"],
    },
    "els": {"sub": SUBJECT["els"], "name": "Els Bos", "groups": ["beheer"], "acr": "urn:one-factor", "amr": ["pwd"]},
    "niemand": {"sub": "5a1e5b7e-0009", "name": "Jan", "groups": ["kantine"], "amr": ["mfa"]},
}


@pytest.fixture(scope="module")
def pem():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


@pytest.fixture(scope="module")
def doorstep():
    """The port at which our site hears from the provider's server."""
    return free_port()


@pytest.fixture(scope="module")
def issuer(pem, doorstep):
    oidc_discovery.forget()
    common = {
        "backchannel_logout_session_required": True,
        "post_logout_redirect_uris": ["http://localhost/uitgelogd"],
    }
    clients = [
        {
            **common,
            "client_id": name,
            "redirect_uris": [f"http://localhost/inloggen/gemeente/{reference}/terug"],
            "backchannel_logout_uri": f"http://127.0.0.1:{doorstep}/inloggen/gemeente/{reference}/uitgelogd",
        }
        for name, reference in REFERENCES.items()
    ]
    clients[0] |= {"client_secret": SECRET, "token_endpoint_auth_method": "client_secret_basic"}
    clients[1] |= {
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "PS256",
        "jwks": {"keys": [public_key(pem)]},
    }
    with running(free_port(), clients, PEOPLE) as issuer:
        yield issuer


@pytest.fixture
def add(make, writing, issuer, pem):
    """Let the municipality use the provider, as one of the two clients it knows."""

    def provider(client="basic", rules=None):
        home = make.neighbourhood()
        secret, method = {
            "basic": (SECRET, ClientMethod.SECRET_BASIC),
            "signed": (pem, ClientMethod.PRIVATE_KEY),
        }[client]
        new = identity_providers.NewProvider("Gemeente Utrecht", issuer, client, method, secret, home.id)
        with writing() as work:
            row = identity_providers.add(work, home.municipality_id, new)
            row.reference = REFERENCES[client]
            groups = [Rule("wijkteam", Role.COORDINATOR, home.id), Rule("beheer", Role.ADMINISTRATOR)]
            identity_providers.set_rules(work, row, groups if rules is None else rules)
        return row

    return provider


@pytest.fixture
def provider(add):
    return add()


@pytest.fixture
def enter(provider):
    """Go through it as a person: our link, the provider's form, and back; return the last answer."""

    def walk(visitor, who, walker=None, start=None):
        there = visitor.get(start or f"/inloggen/gemeente/{provider.reference}").headers["Location"]
        back = (walker or Walker()).sign_in(there, who)
        return visitor.get(back.removeprefix("http://localhost"))

    return walk


@contextmanager
def open_door(app, port) -> Iterator[None]:
    """Let the provider's server reach our site at `port` while the block runs."""
    doors: dict[int, object] = {}
    server = create_server(app, map=doors, host="127.0.0.1", port=port)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.trigger.pull_trigger(lambda: wasyncore.close_all(doors))
        thread.join(10)
        server.task_dispatcher.shutdown()


def roles(work, first_name):
    member = work.exec(select(Member).where(Member.first_name == first_name)).one()
    return {row.role for row in work.exec(select(RoleGrant).where(RoleGrant.member_id == member.id))}
