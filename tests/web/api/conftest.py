"""Systems of a municipality that call the API: a client with scopes and a token."""

from datetime import timedelta

import pytest

from b2b.api import service
from b2b.api.models import ApiClient
from b2b.api.rules import NewClient, Scope
from b2b.core.ids import new_reference
from b2b.handoff.models import Handoff
from b2b.handoff.rules import ContactWay

EVERYTHING = frozenset(Scope)


class System:
    """A program that calls the API with its token."""

    def __init__(self, app, row, secret):
        self.client, self.row, self.secret, self.token = app.test_client(), row, secret, None

    def sign_in(self, **more):
        """Get a token; return the answer."""
        form = {"grant_type": "client_credentials", **more}
        answer = self.client.post("/api/v1/toegangstokens", data=form, auth=(self.row.reference, self.secret))
        self.token = answer.json.get("access_token")
        return answer

    def ask(self, method, path, headers=None, **more):
        """Call an operation."""
        sent = {"Authorization": f"Bearer {self.token}", **(headers or {})}
        return self.client.open(f"/api/v1{path}", method=method, headers=sent, **more)


@pytest.fixture
def system(app, make, clock):
    """Return what makes a system: `system(Scope.HANDOFFS_READ)`, of Utrecht unless said otherwise."""

    def made(*scopes, municipality_id=None, days=365):
        town = municipality_id or make.neighbourhood().municipality_id
        new = NewClient("Zaaksysteem", frozenset(scopes or EVERYTHING), clock().date() + timedelta(days=days))
        with make.writing() as work:
            row, secret = service.make(work, town, new)
        found = System(app, row, secret)
        found.sign_in()
        return found

    return made


@pytest.fixture
def handoff(make, clock):
    """A question of Fatima to the coordinator."""
    fatima = make.member("Fatima")
    return make.save(
        Handoff(
            reference=new_reference("H"),
            municipality_id=fatima.municipality_id,
            neighbourhood_id=fatima.neighbourhood_id,
            member_id=fatima.id,
            once="O-1",
            question="Mijn trap is kapot",
            contact_way=ContactWay.PHONE,
            contact="0301234567",
            consented_at=clock(),
            consent_hash="0" * 64,
            created_at=clock(),
        )
    )


@pytest.fixture
def stored(make):
    """Return a client as it stands in the store now."""

    def read(row):
        with make.writing() as work:
            return work.get_one(ApiClient, row.id)

    return read
