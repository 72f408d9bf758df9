"""Keep how a helper wants to be asked: per offer, and when not at all."""

from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.promise.models import HelperRest, HelperTerms
from b2b.promise.queries.helpers import rest_row, terms_row
from b2b.promise.rules.terms import Rest, Terms, stored


def keep_terms(work: Work, offer: Post, said: Terms) -> None:
    """Remember when, how far and how often somebody helps with this offer."""
    row = terms_row(work, offer.id or 0)
    if row is None:
        row = HelperTerms(
            municipality_id=offer.municipality_id,
            post_id=offer.id or 0,
            member_id=offer.author_id,
            monthly_max=said.monthly_max,
            updated_at=work.now(),
        )
        work.add(row)
    row.parts, row.reach, row.monthly_max = stored(said.parts), said.reach, said.monthly_max
    row.updated_at = work.now()


def keep_rest(work: Work, municipality_id: int, member_id: int, said: Rest) -> None:
    """Remember when this member is not asked."""
    row = rest_row(work, member_id)
    if row is None:
        row = HelperRest(municipality_id=municipality_id, member_id=member_id, updated_at=work.now())
        work.add(row)
    row.away_from, row.away_until = said.away_from, said.away_until
    row.quiet_from, row.quiet_until = said.quiet_from, said.quiet_until
    row.never, row.updated_at = said.never, work.now()
