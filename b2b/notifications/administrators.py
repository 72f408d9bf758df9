"""What every administrator of a municipality hears of, whoever it is about."""

from collections.abc import Callable
from typing import Any

from b2b.accounts.queries import staff
from b2b.authz.predicates import Role
from b2b.core.db import Work
from b2b.notifications.service import notify


def telling_administrators(mail: str, id_name: str, **words: Any) -> Callable[[Work, Any], None]:
    """Return a reaction that tells all administrators by `mail`.

    The mail's subject holds `words`, and the event's `<id_name>_id` under `id_name`.
    """

    def tell(work: Work, event: Any) -> None:
        for member_id in staff(work, Role.ADMINISTRATOR, event.municipality_id):
            about = {id_name: getattr(event, f"{id_name}_id"), **words}
            notify(work, member_id, mail, municipality_id=event.municipality_id, **about)

    return tell
