"""The people at the desk: my own work, being away, and who looks after which place."""

from types import SimpleNamespace
from typing import Any

from flask import flash, g, redirect, url_for

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.moderation import queries, service
from b2b.moderation.forms import AwayForm
from b2b.moderation.models import Absence
from b2b.moderation.rules.away import AwayAlready, pause
from b2b.moderation.rules.welfare import ADVICE, DAILY_LIMIT, WISHED, advice
from b2b.moderation.views.blueprint import moderation
from b2b.moderation.views.measures import explained
from b2b.municipalities import queries as areas
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.transactions import current_actor


@moderation.get("/controleren/mijn-werk")
@requires(Permission.Moderation.QUEUE)
def my_work() -> Any:
    """Show a moderator's own week, with a kind word, and ask when they are away."""
    return _my_work(_away_form())


@moderation.post("/controleren/mijn-werk")
@requires(Permission.Moderation.QUEUE)
def go_away() -> Any:
    """Take in when a moderator is away, and who covers."""
    form, actor = _away_form(), current_actor()
    if not form.validate_on_submit():
        return _my_work(form, 422)
    try:
        service.go_away(g.work, actor.member_id or 0, actor.municipality_id or 0, form.command())
    except AwayAlready as refusal:
        form.first.errors = [refusal.sentence]
        return _my_work(form, 409)
    flash(N_("Genoteerd. Wat er wacht, gaat in die tijd naar je vervanger of naar een andere moderator."), "success")
    return redirect(url_for("moderation.my_work"), 303)


@moderation.post("/controleren/pauze")
@requires(Permission.Moderation.QUEUE)
def take_a_break() -> Any:
    """Be away until tomorrow morning: one tap, no questions."""
    actor = current_actor()
    service.go_away(g.work, actor.member_id or 0, actor.municipality_id or 0, pause(g.work.now()))
    flash(
        N_("Je hebt pauze tot morgenochtend 8 uur. Anderen nemen het over. Goed dat je aan jezelf denkt."), "success"
    )
    return redirect(url_for("moderation.my_work"), 303)


@moderation.post("/controleren/afwezig/<ref:absence>/terug")
@requires(Permission.Absence.END, on=Absence)
def come_back(absence: Absence) -> Any:
    """End an absence now."""
    service.come_back(g.work, absence)
    flash(N_("Welkom terug. Wat er wacht, komt weer in je lijst."), "success")
    own = absence.member_id == current_actor().member_id
    return redirect(url_for("moderation.my_work" if own else "moderation.team"), 303)


@moderation.get("/beheer/moderators")
@requires(Permission.Desk.MANAGE)
def team() -> Any:
    """Show where a moderator is missing, who is away, and how the load is: by name, never as a ranking."""
    town = current_actor().municipality_id or 0
    found = {who for role in (Role.MODERATOR, Role.ADMINISTRATOR) for who, _ in people.cover(g.work, role, town)}
    names = people.names(g.work, found)
    loads = queries.loads(g.work, found)
    rows = [
        SimpleNamespace(name=name, load=loads[who], advice=ADVICE[advice(loads[who], _limit())])
        for who, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))
    ]
    absences = queries.absences(g.work, town)
    return page(
        "moderation/team.html", rows=rows, staffing=queries.staffing(g.work, town), absences=absences, wished=WISHED
    )


@moderation.get("/controleren/handboek")
@requires(Permission.Moderation.QUEUE)
def handbook() -> Any:
    """The handbook of moderators, in plain words."""
    return page("moderation/handbook.html", limit=_limit(), **explained())


def _away_form() -> AwayForm:
    actor = current_actor()
    covers = queries.possible_covers(g.work, actor.municipality_id or 0, actor.member_id or 0)
    return AwayForm(covers, g.work.now())


def _my_work(form: AwayForm, status: int = 200) -> Any:
    actor = current_actor()
    load = queries.load(g.work, actor.member_id or 0)
    return page(
        "moderation/my_work.html",
        status=status,
        form=form,
        errors=status != 200,
        load=load,
        advice=ADVICE[advice(load, _limit())],
        limit=_limit(),
        absences=queries.absences(g.work, actor.municipality_id or 0, actor.member_id),
    )


def _limit() -> int:
    town = current_actor().municipality_id or 0
    return int(areas.setting(g.work, town, "moderation.daily_limit", DAILY_LIMIT))
