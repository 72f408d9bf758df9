"""Steps of placing a post, for the tests that need one on its way."""

from sqlmodel import func, select

from tests.client import path

TITLE = "Wie maait mijn gras?"
BODY = "Het gras is te hoog. Ik kan het zelf niet meer."


def begin(somebody, category="tuin", kind="vraag"):
    """Choose a kind of help; return the address of the next question."""
    answer = somebody.submit(f"/plaatsen?soort={kind}", {"category": category})
    assert answer.status_code == 303
    return path(answer)


def tell(visitor, url, hood, **more):
    """Answer what and where; return the address of the check."""
    what = visitor.submit(url, {"title": TITLE, "body": BODY}, button="Volgende")
    where = visitor.submit(
        path(what), {"somebody": "zelf", "neighbourhood": hood.slug, "place": "home", **more}, button="Volgende"
    )
    assert path(where).endswith("/controle")
    return path(where)


def agree(somebody, check):
    """Say that all is well and accept the disclaimer; return the last answer."""
    terms = somebody.submit(check, button="Dit klopt")
    return somebody.submit(path(terms), {"agreed": "y"}, button="Plaats mijn bericht")


def count(writing, model):
    with writing() as work:
        return work.exec(select(func.count()).select_from(model)).one()
