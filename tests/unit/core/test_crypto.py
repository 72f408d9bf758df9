"""Sealed fields, fingerprints and signatures."""

from base64 import urlsafe_b64encode

import pytest

from b2b.core.crypto import UNSEALED, Keyring, WrongKey, opened, opened_text, use

OLD, NEW = "o" * 40, "n" * 40


def test_what_is_sealed_opens_and_does_not_show():
    ring = Keyring(NEW)
    sealed = ring.seal("Zambesidreef 12")
    assert b"Zambesi" not in sealed
    assert ring.open(sealed) == "Zambesidreef 12"


def test_the_same_text_is_never_sealed_the_same_way():
    ring = Keyring(NEW)
    assert ring.seal("x") != ring.seal("x")


def test_after_a_rotation_old_fields_still_open():
    sealed = Keyring(OLD).seal("geheim")
    assert Keyring(NEW, OLD).open(sealed) == "geheim"


def test_a_wrong_key_is_said_plainly():
    with pytest.raises(WrongKey):
        Keyring(NEW).open(Keyring(OLD).seal("geheim"))


def test_a_mark_of_words_that_lie_open_counts_in_a_column_and_nowhere_else():
    """A migration writes it; anybody can write it in a link."""
    marked = UNSEALED + b"H-7K2M-9QXD 123456"
    use(Keyring(NEW))
    assert opened(marked) == "H-7K2M-9QXD 123456"
    with pytest.raises(WrongKey):
        opened_text(urlsafe_b64encode(marked).decode())


def test_a_changed_byte_is_refused():
    ring = Keyring(NEW)
    sealed = bytearray(ring.seal("geheim"))
    sealed[-1] ^= 1
    with pytest.raises(WrongKey):
        ring.open(bytes(sealed))


def test_a_signature_serves_one_purpose_only():
    ring = Keyring(NEW)
    signed = ring.sign("still-needed", "V-7K2M-9QXD")
    assert ring.verify("still-needed", signed) == "V-7K2M-9QXD"
    assert ring.verify("look-back", signed) is None
    assert ring.verify("still-needed", signed + "x") is None
    assert ring.verify("still-needed", "é.é") is None


def test_a_fingerprint_depends_on_its_purpose():
    ring = Keyring(NEW)
    assert ring.fingerprint("email", "a@b.nl") != ring.fingerprint("limit", "a@b.nl")


def test_a_short_secret_is_refused():
    with pytest.raises(ValueError, match="32"):
        Keyring("kort")
