"""Verbs of an operator: add an identity provider to a municipality, say what its groups mean, take it away."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import delete
from sqlmodel import col, select

from b2b.accounts.models import (
    IdentityGrant,
    IdentityGroup,
    IdentityProvider,
    Member,
    MemberIdentity,
    ProviderSession,
)
from b2b.accounts.rules.oidc import STRONG, ClientMethod, Rule
from b2b.accounts.service import sessions
from b2b.accounts.service.oidc_roles import follow
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.errors import Conflict
from b2b.core.ids import new_reference
from b2b.core.words import N_


class AlreadyThere(Conflict):
    """This issuer was added before."""

    sentence = N_("Deze gemeente heeft deze inlogdienst al. Haal hem eerst weg.")


@dataclass(frozen=True)
class NewProvider:
    """What an operator tells about a provider. `home_id`: the neighbourhood of new colleagues."""

    name: str
    issuer: str
    client_id: str
    method: ClientMethod
    secret: str = field(repr=False)
    home_id: int
    scope: str = "openid profile email"
    groups_claim: str = "groups"
    strong: tuple[str, ...] = STRONG
    ask_acr: str = ""
    hosts: tuple[str, ...] = ()


def add(work: Work, municipality_id: int, new: NewProvider) -> IdentityProvider:
    """Let staff of a municipality sign in at this provider; raise AlreadyThere."""
    found = select(IdentityProvider.id).where(
        IdentityProvider.municipality_id == municipality_id, IdentityProvider.issuer == new.issuer
    )
    if work.exec(found).first() is not None:
        raise AlreadyThere()
    provider = IdentityProvider(
        reference=new_reference("I"),
        municipality_id=municipality_id,
        created_at=work.now(),
        **{**vars(new), "strong": list(new.strong), "hosts": list(new.hosts)},
    )
    work.add(provider)
    work.flush()  # its groups point at it
    audit.note(work, "provider.added", provider, issuer=new.issuer)
    return provider


def set_rules(work: Work, provider: IdentityProvider, rules: Iterable[Rule]) -> None:
    """Replace what the groups of a provider mean; who is in notices at the next sign-in."""
    wanted = list(dict.fromkeys(rules))
    work.connection().execute(delete(IdentityGroup).where(col(IdentityGroup.provider_id) == provider.id))
    for rule in wanted:
        work.add(
            IdentityGroup(
                municipality_id=provider.municipality_id,
                provider_id=provider.id or 0,
                name=rule.group,
                role=rule.role,
                neighbourhood_id=rule.neighbourhood_id,
            )
        )
    audit.note(work, "provider.groups", provider, groups=len(wanted))


def remove(work: Work, provider: IdentityProvider) -> int:
    """Take a provider away, with every role it gave and every session begun there; return how many people it hits."""
    identities = work.exec(select(MemberIdentity).where(MemberIdentity.provider_id == provider.id)).all()
    for identity in identities:
        begun = work.exec(select(ProviderSession.session_key).where(ProviderSession.identity_id == identity.id)).all()
        for key in begun:
            sessions.end(work, key)
        follow(work, identity, work.get_one(Member, identity.member_id), frozenset())
    ids = [identity.id for identity in identities]
    for table, owner in ((ProviderSession, ProviderSession.identity_id), (IdentityGrant, IdentityGrant.identity_id)):
        work.connection().execute(delete(table).where(col(owner).in_(ids)))
    work.connection().execute(delete(MemberIdentity).where(col(MemberIdentity.provider_id) == provider.id))
    work.connection().execute(delete(IdentityGroup).where(col(IdentityGroup.provider_id) == provider.id))
    audit.note(work, "provider.removed", provider, issuer=provider.issuer, people=len(identities))
    work.delete(provider)
    return len(identities)
