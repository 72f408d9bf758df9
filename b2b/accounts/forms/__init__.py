"""What people fill in about themselves, and what staff fill in about them."""

from b2b.accounts.forms.passkeys import EmergencyForm, PasskeyForm, PasskeyNameForm, ShownPasskeyForm
from b2b.accounts.forms.people import (
    LANGUAGE_LABELS,
    Address,
    AppCodeForm,
    CodeForm,
    DataForm,
    Digits,
    EmailForm,
    FindForm,
    JoinForm,
    NewEmailForm,
    RoleForm,
    areas_of,
)

__all__ = [
    "LANGUAGE_LABELS",
    "Address",
    "AppCodeForm",
    "CodeForm",
    "DataForm",
    "Digits",
    "EmailForm",
    "EmergencyForm",
    "FindForm",
    "JoinForm",
    "NewEmailForm",
    "PasskeyForm",
    "PasskeyNameForm",
    "RoleForm",
    "ShownPasskeyForm",
    "areas_of",
]
