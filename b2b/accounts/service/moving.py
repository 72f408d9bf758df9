"""People go along when the map of the municipality changes."""

from sqlalchemy import update
from sqlmodel import col, select

from b2b.accounts.models import Member, RoleGrant
from b2b.core.db import Work
from b2b.municipalities.events import NeighbourhoodEnded


def follow_ended_neighbourhood(work: Work, event: NeighbourhoodEnded) -> None:
    """Residents go to the largest part of what came after; staff look after all parts, and keep what still waits."""
    if not event.successor_ids:
        return
    lived = update(Member).where(col(Member.neighbourhood_id) == event.neighbourhood_id)
    work.connection().execute(lived.values(neighbourhood_id=event.successor_ids[0]))
    grants = work.exec(select(RoleGrant).where(RoleGrant.neighbourhood_id == event.neighbourhood_id)).all()
    for grant in grants:
        held = set(
            work.exec(
                select(RoleGrant.neighbourhood_id).where(
                    RoleGrant.member_id == grant.member_id, RoleGrant.role == grant.role
                )
            )
        )
        for heir in event.successor_ids:
            if heir not in held:
                work.add(
                    RoleGrant(
                        municipality_id=grant.municipality_id,
                        member_id=grant.member_id,
                        role=grant.role,
                        neighbourhood_id=heir,
                        granted_by_id=grant.granted_by_id,
                        granted_at=work.now(),
                    )
                )
