"""Accounts, signing in, living here, and who takes part without e-mail."""

from b2b.accounts.models import (
    Block,
    BreakGlass,
    EmailUndo,
    IdentityGrant,
    IdentityProvider,
    Letter,
    LetterRun,
    Member,
    MemberIdentity,
    PaperCode,
    Passkey,
    PasskeyOffer,
    Proof,
    ProviderSession,
    RoleGrant,
    SignInChallenge,
    SignInSession,
    SpentSecret,
    Strike,
    Vouch,
    VouchedRole,
)
from b2b.consent.models import Acceptance, Terms
from b2b.moderation.models import Absence
from b2b.notifications.models import MailPreference
from b2b.paper.models import PaperCall, PaperPerson
from b2b.privacy import service
from tests.integration.privacy.scene import of


@of("account", 14.5)
def account_of_who_left(scene):
    gone = scene.make.member("Lia")
    hers = {"member_id": gone.id}
    works_at = scene.save(IdentityProvider, home_id=gone.neighbourhood_id, strong=[], hosts=[])
    known_as = scene.save(MemberIdentity, **hers, provider_id=works_at.id)
    asked = scene.make.post(gone, "Wie past op?", state="withdrawn", closed_at=scene.now)
    rows = (
        known_as,
        scene.save(IdentityGrant, identity_id=known_as.id),
        scene.save(Acceptance, **hers, terms_id=scene.save(Terms).id),
        scene.save(Block, blocker_id=gone.id, blocked_id=scene.kees.id),
        scene.save(MailPreference, **hers),
        scene.save(PaperPerson, **hers),
        scene.save(Passkey, **hers),
        scene.save(PasskeyOffer, **hers),
        scene.save(Proof, **hers),
        scene.save(Vouch, **hers, voucher_id=scene.kees.id),
    )
    with scene.make.writing() as work:
        service.ask_erasure(work, work.get_one(Member, gone.id))
    return gone, asked, *rows


@of("role", 14.5)
def role_of_who_left(scene):
    gone = scene.make.member("Jo")
    role = scene.save(RoleGrant, member_id=gone.id, role="coordinator", neighbourhood_id=None)
    with scene.make.writing() as work:
        service.ask_erasure(work, work.get_one(Member, gone.id))
    return role


@of("session")
def signed_out(scene):
    long = {"expires_at": scene.after(days=900), "idle_expires_at": scene.after(days=900)}
    was_in = scene.save(SignInSession, **long, revoked_at=scene.now)
    works_at = scene.save(IdentityProvider, home_id=scene.nadia.neighbourhood_id, strong=[], hosts=[])
    known_as = scene.save(MemberIdentity, provider_id=works_at.id)
    return was_in, scene.save(ProviderSession, session_key=was_in.key, identity_id=known_as.id)


@of("session")
def not_seen_for_long(scene):
    return scene.save(SignInSession, expires_at=scene.after(days=900))


@of("code")
def code(scene):
    return scene.save(SignInChallenge, email_key=scene.ada.email_key)


@of("spent")
def what_worked_once(scene):
    return scene.save(SpentSecret)


@of("undo")
def old_address(scene):
    return scene.save(EmailUndo, expires_at=scene.after(days=3))


@of("paper_phone")
def telephone_number_of_who_has_no_email(scene):
    here = scene.make.member("Truus")
    with scene.make.writing() as work:
        truus = work.get_one(Member, here.id)
        truus.email = truus.email_key = None
    return scene.save(PaperPerson, member_id=here.id, phone="030 123 45 67", phone_at=scene.now)


@of("paper_call")
def call(scene):
    return scene.save(PaperCall, note="na twee uur")


@of("paper_code")
def code_on_paper(scene):
    return scene.save(PaperCode, ended_at=scene.now)


@of("letter")
def letter_that_came_to_nothing(scene):
    return scene.save(Letter, state="expired", ended_at=scene.now)


@of("letter_run")
def letters_printed_together(scene):
    return scene.save(LetterRun, printed_at=scene.now)


@of("vouched_role")
def word_about_a_role_that_was_taken_back(scene):
    return scene.save(VouchedRole, expires_on=scene.after(days=1400).date(), ended_at=scene.now)


@of("vouched_role", 366)
def word_about_a_role_of_which_this_was_the_last_day(scene):
    return scene.save(VouchedRole)


@of("strike")
def strike(scene):
    return scene.save(Strike)


@of("break_glass")
def break_glass(scene):
    return scene.save(BreakGlass)


@of("absence")
def absence(scene):
    return scene.save(Absence)
