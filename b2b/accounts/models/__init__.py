"""Tables of people: who they are, how they sign in."""

from b2b.accounts.models.people import Block, Member, RoleGrant
from b2b.accounts.models.sessions import SignInChallenge, SignInSession

__all__ = ["Block", "Member", "RoleGrant", "SignInChallenge", "SignInSession"]
