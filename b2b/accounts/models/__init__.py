"""Tables of people: who they are, how they sign in, how far they are trusted."""

from b2b.accounts.models.addresses import EmailUndo
from b2b.accounts.models.guests import StaffGuest
from b2b.accounts.models.identities import (
    IdentityGrant,
    IdentityGroup,
    IdentityProvider,
    MemberIdentity,
    ProviderSession,
)
from b2b.accounts.models.paper import PaperCode
from b2b.accounts.models.passkeys import BreakGlass, Passkey, PasskeyOffer, SpentSecret
from b2b.accounts.models.people import Block, Member, RoleGrant
from b2b.accounts.models.sessions import SignInChallenge, SignInSession
from b2b.accounts.models.trust import Letter, LetterRun, Proof, Strike, Vouch, VouchedRole

__all__ = [
    "Block",
    "BreakGlass",
    "EmailUndo",
    "IdentityGrant",
    "IdentityGroup",
    "IdentityProvider",
    "Letter",
    "LetterRun",
    "Member",
    "MemberIdentity",
    "PaperCode",
    "Passkey",
    "PasskeyOffer",
    "Proof",
    "ProviderSession",
    "RoleGrant",
    "SignInChallenge",
    "SignInSession",
    "SpentSecret",
    "StaffGuest",
    "Strike",
    "Vouch",
    "VouchedRole",
]
