"""Pages about people. Each module is one part of the story; together they are one blueprint."""

from b2b.accounts.views import (
    addresses,
    break_glass,
    codes,
    joining,
    letters,
    me,
    paper,
    passkey_sign_in,
    passkeys,
    people,
    profiles,
    proofs,
    provider,
    second_step,
    sign_in,
    trust,
    vouching,
)
from b2b.accounts.views.blueprint import accounts

__all__ = [
    "accounts",
    "addresses",
    "break_glass",
    "codes",
    "joining",
    "letters",
    "me",
    "paper",
    "passkey_sign_in",
    "passkeys",
    "people",
    "profiles",
    "proofs",
    "provider",
    "second_step",
    "sign_in",
    "trust",
    "vouching",
]
