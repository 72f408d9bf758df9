"""Questions about identity providers, and about who somebody is there."""

from sqlmodel import col, select

from b2b.accounts.models import IdentityGroup, IdentityProvider, MemberIdentity, ProviderSession
from b2b.accounts.rules.oidc import Rule
from b2b.core.db import Work


def providers(work: Work, municipality_id: int) -> list[IdentityProvider]:
    """Return where staff of a municipality can sign in, by name."""
    found = select(IdentityProvider).where(IdentityProvider.municipality_id == municipality_id)
    return list(work.exec(found.order_by(IdentityProvider.name, col(IdentityProvider.id))))


def provider_buttons(work: Work, municipality_id: int) -> list[tuple[str, str]]:
    """Return (reference, name) of each provider: for the sign-in page, without opening a secret."""
    found = select(IdentityProvider.reference, IdentityProvider.name).where(
        IdentityProvider.municipality_id == municipality_id
    )
    return [(reference, name) for reference, name in work.exec(found.order_by(IdentityProvider.name))]


def provider(work: Work, municipality_id: int, reference: str) -> IdentityProvider | None:
    """Return the provider of this municipality with this reference ("I-…")."""
    found = select(IdentityProvider).where(
        IdentityProvider.municipality_id == municipality_id, IdentityProvider.reference == reference
    )
    return work.exec(found).first()


def way_out(work: Work, municipality_id: int, reference: str) -> tuple[str, str, str] | None:
    """Return (name, address, client id) for signing out at a provider too; None when it offers that nowhere."""
    found = select(IdentityProvider.name, IdentityProvider.end_session_url, IdentityProvider.client_id).where(
        IdentityProvider.municipality_id == municipality_id, IdentityProvider.reference == reference
    )
    name, address, client_id = work.exec(found).first() or ("", None, "")
    return (name, address, client_id) if address else None


def group_rules(work: Work, provider_id: int) -> list[Rule]:
    """Return what the groups of a provider mean here."""
    found = select(IdentityGroup).where(IdentityGroup.provider_id == provider_id)
    rows = work.exec(found.order_by(IdentityGroup.name, col(IdentityGroup.id)))
    return [Rule(row.name, row.role, row.neighbourhood_id) for row in rows]


def identity(work: Work, municipality_id: int, issuer: str, subject: str) -> MemberIdentity | None:
    """Return who has this subject at this issuer."""
    found = select(MemberIdentity).where(
        MemberIdentity.municipality_id == municipality_id,
        MemberIdentity.issuer == issuer,
        MemberIdentity.subject == subject,
    )
    return work.exec(found).first()


def has_identity(work: Work, member_id: int) -> bool:
    """Say whether a member signs in at a provider."""
    found = select(MemberIdentity.id).where(MemberIdentity.member_id == member_id)
    return work.exec(found.limit(1)).first() is not None


def provider_of_session(work: Work, key: bytes | None) -> str | None:
    """Return the reference of the provider at which this session was begun, or None."""
    found = (
        select(IdentityProvider.reference)
        .join(MemberIdentity, col(MemberIdentity.provider_id) == col(IdentityProvider.id))
        .join(ProviderSession, col(ProviderSession.identity_id) == col(MemberIdentity.id))
        .where(ProviderSession.session_key == (key or b""))
    )
    return work.exec(found).first()
