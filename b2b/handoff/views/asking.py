"""The desk asks the resident; the resident answers by a link of a mail, or signed in."""

from typing import Any

from flask import flash, g, redirect, request

from b2b.accounts.rules.pace import NotYetAllowed, TooManyPosts
from b2b.authz.permissions import Permission
from b2b.consent.rules import TermsChanged
from b2b.core.words import N_
from b2b.handoff import queries, service
from b2b.handoff.forms import AgreeForm, AnswerForm, HelpedForm, ProposalForm, QuestionForm
from b2b.handoff.models import Handoff, HandoffProposal, HandoffQuestion
from b2b.handoff.rules import ENDED, NothingToAnswer, may_reopen
from b2b.handoff.tokens import ANSWER, HELPED, read_token
from b2b.handoff.views import one, shown
from b2b.handoff.views.blueprint import back_to, handoff
from b2b.web.guard import find, public, requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter


@handoff.post("/overdrachten/<ref:handoff>/vraag")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def ask_resident(handoff: Handoff) -> Any:
    """Ask the resident something."""
    form = QuestionForm()
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, question_form=form)
    service.ask(g.work, handoff, form.command())
    flash(N_("Verstuurd. De bewoner krijgt een mail met een link om te antwoorden."), "success")
    return back_to(handoff)


@handoff.post("/overdrachten/<ref:handoff>/voorstel")
@requires(Permission.Handoff.HANDLE, on=Handoff)
def propose(handoff: Handoff) -> Any:
    """Propose a post to the resident: somebody in the neighbourhood may do this."""
    form = ProposalForm()
    if not form.validate_on_submit():
        return one.desk_page(handoff, 422, proposal_form=form)
    service.propose(g.work, handoff, form.command())
    flash(N_("Verstuurd. Zegt de bewoner ja? Dan staat het bericht in de buurt."), "success")
    return back_to(handoff)


@handoff.get("/overdrachten/<ref:handoff>/naar-de-buurt")
@requires(Permission.Handoff.ANSWER, on=Handoff)
def proposal(handoff: Handoff) -> Any:
    """Show the resident which post the desk would place."""
    return _proposal(handoff, AgreeForm(formdata=None))


@handoff.post("/overdrachten/<ref:handoff>/naar-de-buurt")
@requires(Permission.Handoff.ANSWER, on=Handoff)
@limiter.limit("20/hour")
def answer_proposal(handoff: Handoff) -> Any:
    """Say yes or no to it."""
    form, proposed = AgreeForm(), _proposed(handoff)
    if "nee" in request.form:
        service.decline(g.work, proposed)
        return back_to(handoff)
    if not form.validate_on_submit():
        return _proposal(handoff, form, 422)
    try:
        service.agree(g.work, proposed, seen=form.seen.data or "")
    except (TermsChanged, TooManyPosts, NotYetAllowed) as refusal:
        form.agreed.errors = [refusal.sentence]
        return _proposal(handoff, form, 409)
    flash(N_("Dankjewel. Je bericht is verstuurd naar de buurt."), "success")
    return back_to(handoff)


@handoff.get("/antwoord/<token:token>")
@public
def answer(token: str) -> Any:
    """Show the question that a mail links to; only looking changes nothing."""
    return page("handoff/answer.html", form=AnswerForm(formdata=None), question=_asked(token))


@handoff.post("/antwoord/<token:token>")
@public
@limiter.limit("20/hour")
def give_answer(token: str) -> Any:
    """Answer it, without signing in: the link is for this one question."""
    form, question = AnswerForm(), _asked(token)
    if not form.validate_on_submit():
        return page("handoff/answer.html", status=422, form=form, errors=True, question=question)
    service.answer(g.work, question, form.answer.data or "")
    return redirect(request.path, 303)


@handoff.get("/geholpen/<token:token>")
@public
def helped(token: str) -> Any:
    """Ask whether it helped; only looking changes nothing."""
    return _helped(_ended(token), HelpedForm(formdata=None).fresh())


@handoff.post("/geholpen/<token:token>")
@public
@limiter.limit("20/hour")
def say_helped(token: str) -> Any:
    """Keep the answer, and let the desk look again when that is asked."""
    form, thing = HelpedForm(), _ended(token)
    if not form.validate_on_submit():
        return _helped(thing, form, 422)
    _say(thing, form)
    return redirect(request.path, 303)


@handoff.get("/overdrachten/<ref:handoff>/geholpen")
@requires(Permission.Handoff.ANSWER, on=Handoff)
def look_back(handoff: Handoff) -> Any:
    """Ask the same of who is signed in."""
    return _helped(handoff, HelpedForm(formdata=None).fresh())


@handoff.post("/overdrachten/<ref:handoff>/geholpen")
@requires(Permission.Handoff.ANSWER, on=Handoff)
@limiter.limit("20/hour")
def say_look_back(handoff: Handoff) -> Any:
    """Keep the answer of who is signed in."""
    form = HelpedForm()
    if not form.validate_on_submit():
        return _helped(handoff, form, 422)
    _say(handoff, form)
    return back_to(handoff)


def _say(thing: Handoff, form: HelpedForm) -> None:
    verdict = form.command()
    if verdict.why is None:
        service.rate(g.work, thing, verdict.helped)
        flash(N_("Dankjewel voor je antwoord."), "success")
    else:
        service.reopen(g.work, thing, verdict.why)
        flash(N_("Wij kijken er nog eens naar. Je krijgt een mail als iemand je vraag oppakt."), "success")


def _asked(token: str) -> HandoffQuestion:
    reference = read_token(ANSWER, token, g.work.now())
    if reference is None:
        raise NothingToAnswer()
    question: HandoffQuestion = find(HandoffQuestion, reference)
    if question.answered_at is None and queries.by_id(g.work, question.handoff_id).state in ENDED:
        raise NothingToAnswer()
    return question


def _ended(token: str) -> Handoff:
    reference = read_token(HELPED, token, g.work.now())
    if reference is None:
        raise NothingToAnswer()
    thing: Handoff = find(Handoff, reference)
    return thing


def _helped(thing: Handoff, form: HelpedForm, status: int = 200) -> Any:
    again = may_reopen(thing.closed_at, g.work.now())
    return page("handoff/helped.html", status=status, errors=status != 200, form=form, handoff=thing, again=again)


def _proposed(thing: Handoff) -> HandoffProposal:
    """Return the newest proposal; there is none to answer for who made up the address."""
    found = queries.proposals(g.work, thing)
    if not found:
        raise NothingToAnswer()
    return found[0]


def _proposal(thing: Handoff, form: AgreeForm, status: int = 200) -> Any:
    proposed = _proposed(thing)
    return page(
        "handoff/proposal.html",
        status=status,
        errors=status != 200,
        form=form,
        handoff=thing,
        proposed=proposed,
        **shown.terms_of(proposed),
    )
