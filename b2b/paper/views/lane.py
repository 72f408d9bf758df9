"""Who takes part without e-mail: the list, somebody new, one person with what waits, and what came of a call."""

from typing import Any

from flask import flash, g, request

from b2b.accounts import queries as people
from b2b.accounts.queries import Member
from b2b.authz.permissions import Permission
from b2b.core import audit
from b2b.core.words import N_
from b2b.municipalities.queries import places
from b2b.notifications import queries as news
from b2b.notifications.words import details
from b2b.paper import queries, service
from b2b.paper.forms import CallForm, PersonForm, PhoneForm
from b2b.paper.rules import OUTCOMES, spaced_phone
from b2b.paper.views.blueprint import back_to, my_places, paper, served
from b2b.posts.labels import STATE_LABELS, STATE_TONES
from b2b.posts.rules import PUBLISHED, PostState
from b2b.web import aside, screening
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor

STOPPABLE = (PostState.WAITING, PostState.CHANGE_ASKED, PostState.OPEN, PostState.MATCHED)


@paper.get("/balie")
@requires(Permission.Paper.QUEUE)
def lane() -> Any:
    """List who takes part without e-mail; whose news waits longest is on top."""
    town = current_actor().municipality_id or 0
    rows, known = queries.lane(g.work, town, my_places()), places(g.work, town)
    return page("paper/lane.html", rows=rows, places=known, outcomes=OUTCOMES)


@paper.get("/balie/nieuw")
@requires(Permission.Paper.QUEUE)
def new_person() -> Any:
    """Ask the little we need of somebody who sits at the desk, or is on the phone."""
    return _ask_person(PersonForm())


@paper.post("/balie/nieuw")
@requires(Permission.Paper.QUEUE)
@limiter.limit("40/hour")
def add_person() -> Any:
    """Write somebody down who said yes aloud."""
    town, form = current_actor().municipality_id or 0, PersonForm()
    form.offer(places(g.work, town), my_places())
    if not form.validate() or not _name_passes(form, town):
        return _ask_person(form, 422)
    member = service.add(g.work, town, form.command())
    flash(N_("Opgeschreven. Je kunt nu samen de vraag opschrijven."), "ok")
    return back_to(member)


@paper.get("/balie/<ref:member>")
@requires(Permission.Paper.READ, on=Member)
def person(member: Member) -> Any:
    """Show what has to be told, the requests with their answers, and the calls."""
    return _person(member, CallForm())


@paper.post("/balie/<ref:member>/gesproken")
@requires(Permission.Paper.SERVE, on=Member)
def call(member: Member) -> Any:
    """Write down what came of a call. What was told leaves the list."""
    served(member)
    form = CallForm()
    if not form.validate() or not screening.passes(form, "note", place="post"):
        return _person(member, form, 422)
    service.write_down(g.work, member, form.command())
    flash(N_("Opgeschreven."), "ok")
    return back_to(member)


@paper.post("/balie/<ref:member>/telefoonnummer-tonen")
@requires(Permission.Paper.SERVE, on=Member)
def show_phone(member: Member) -> Any:
    """Show the telephone number. A form, because looking at it is written down."""
    number = service.show_phone(g.work, served(member))
    response = _person(member, CallForm(formdata=None), phone=spaced_phone(number) if number else "")
    response.headers["Cache-Control"] = "no-store"
    return response


@paper.get("/balie/<ref:member>/telefoonnummer")
@requires(Permission.Paper.SERVE, on=Member)
def phone(member: Member) -> Any:
    """Ask for another telephone number, or none. The old one is not shown."""
    served(member)
    return page("paper/phone.html", member=member, form=PhoneForm())


@paper.post("/balie/<ref:member>/telefoonnummer")
@requires(Permission.Paper.SERVE, on=Member)
def change_phone(member: Member) -> Any:
    """Keep the new number; an empty one erases it."""
    found, form = served(member), PhoneForm()
    if not form.validate():
        return page("paper/phone.html", status=422, errors=True, member=member, form=form)
    service.change_phone(g.work, found, form.phone.data or None)
    flash(N_("Bewaard.") if form.phone.data else N_("Het telefoonnummer is gewist."), "ok")
    return back_to(member)


def _ask_person(form: PersonForm, status: int = 200) -> Any:
    form.offer(places(g.work, current_actor().municipality_id or 0), my_places())
    return page("paper/new.html", status=status, errors=status == 422, form=form)


def _name_passes(form: PersonForm, town: int) -> bool:
    hood = places(g.work, town).by_slug[form.neighbourhood.data]
    beside = people.names_beside(g.work, town, hood.id)
    return screening.passes(form, "first_name", place="name", beside=beside)


def _person(member: Member, form: CallForm, status: int = 200, phone: str | None = None) -> Any:
    found, me = served(member), member.id or 0
    waiting, requests = news.unread(g.work, me), queries.requests_of(g.work, me)
    if waiting and request.method == "GET":
        aside.seen(lambda work: audit.note(work, "paper.news_read", found, news=len(waiting)))
    return page(
        "paper/person.html",
        status=status,
        errors=status == 422,
        member=member,
        person=found,
        phone=phone,
        place=places(g.work, member.municipality_id).label(member.neighbourhood_id),
        waiting=waiting,
        about=details(g.work, me, waiting),
        requests=[(row, queries.talks_about(g.work, me, row)) for row in requests],
        labels=STATE_LABELS,
        tones=STATE_TONES,
        stoppable=STOPPABLE,
        published=PUBLISHED,
        calls=_calls(me),
        outcomes=OUTCOMES,
        code=people.standing_code(g.work, me),
        form=form,
    )


def _calls(member_id: int) -> list[Any]:
    calls = queries.calls(g.work, member_id)
    names = people.names(g.work, [one.by_id for one in calls])
    return [(one, names.get(one.by_id, "")) for one in calls]
