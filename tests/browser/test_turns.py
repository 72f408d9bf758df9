"""Other turns that the story can take, each through the pages only."""

import pytest

from tests.browser.story import (
    answers,
    asks,
    chooses,
    fills_in_code,
    is_new,
    looks_as,
    mail_of,
    meets,
    two_days_later,
)


def test_when_nobody_came_the_request_is_open_again(person):
    henk, rob = person(), person()
    looks_as(henk, "Henk")
    looks_as(rob, "Rob")
    title = "Wie gaat mee naar de dierenarts?"
    post = asks(henk, title)
    talk = answers(rob, post, "Ik kan morgen wel.")
    meets(henk, rob, post, talk, "Rob")

    two_days_later(henk, mail_of("Henk"), title)
    henk.press("Er is niemand gekomen")
    henk.reads("Je bericht staat weer open en is nu dringend.")
    henk.go(post)
    henk.reads("Staat open")


def test_who_was_not_chosen_reads_so_in_one_kind_mail(site, person):
    henk, rob, olena = person(), person(), person()
    for somebody, name in ((henk, "Henk"), (rob, "Rob"), (olena, "Olena")):
        looks_as(somebody, name)
    post = asks(henk, "Wie haalt mijn pakket op?")
    answers(rob, post, "Dat doe ik graag.")
    answers(olena, post, "Ik kan ook.")

    chooses(henk, post, "Rob")
    mail = site.mail(mail_of("Olena"), "koos deze keer iemand anders")
    olena.go(post)
    olena.press("Naar het gesprek")
    olena.reads("Henk koos deze keer iemand anders")
    assert [m.subject for m in site.mailbox.mails(mail_of("Olena"))].count(mail.subject) == 1


def test_a_question_for_the_municipality_is_read_first_and_followed_to_the_end(site, person):
    fatima, karin = person(), person()
    looks_as(fatima, "Fatima")
    fatima.go("/hulp")
    fatima.press("Vraag de buurtregisseur")
    fatima.write("Waar heb je hulp bij nodig?", "Mijn lift is al drie weken stuk. Ik kom de deur niet uit.")
    fatima.choose("Met een e-mail")
    fatima.press("Volgende")

    # She reads the literal text before anything is sent, and can still change it.
    fatima.headed("Dit sturen wij")
    fatima.reads("Mijn lift is al drie weken stuk.")
    fatima.press("Ik wil iets veranderen")
    fatima.write("Waar heb je hulp bij nodig?", "Mijn lift is al vier weken stuk. Ik kom de deur niet uit.")
    fatima.press("Volgende")
    fatima.press("Ja, verstuur dit")
    fatima.reads("Je vraag is binnen.")
    followed = fatima.path

    looks_as(karin, "Karin")
    karin.press("Overdrachten", within="nav")
    karin.press(followed.rsplit("/", 1)[1])
    karin.reads("Mijn lift is al vier weken stuk.")
    karin.press("Ik pak deze vraag op")
    site.mail(mail_of("Fatima"), "opgepakt")
    karin.press("Ik heb de bewoner gesproken")
    karin.write("Wat wil je de bewoner laten weten?", "De woningbouw repareert de lift op maandag.")
    karin.press("Klaar")
    site.mail(mail_of("Fatima"), "is klaar")

    fatima.go(followed)
    fatima.reads("De woningbouw repareert de lift op maandag.")


def test_a_post_that_is_refused_tells_its_author_why(site, person):
    yusuf, mo = person(), person()
    is_new(yusuf, "geld@voorbeeld.nl", "Yusuf")
    title = "Wie leent mij geld voor boodschappen?"
    post = asks(yusuf, title)

    looks_as(mo, "Mo")
    mo.go("/controleren")
    mo.press("Anders besluiten", inside=mo.main.get_by_role("row").filter(has_text=title))
    mo.choose("Niet plaatsen")
    mo.press("Neem dit besluit")
    mo.reads("Schrijf in 1 of 2 zinnen op waarom.")
    mo.pick("Welke spelregel of wet?", "Reclame, verkoop, betaald werk en geld lenen.")
    mo.write("Jouw uitleg", "Geld lenen kan hier niet. Bel het wijkteam, die denken met je mee.")
    mo.press("Neem dit besluit")

    yusuf.go(post)
    yusuf.reads("Geld lenen kan hier niet. Bel het wijkteam, die denken met je mee.")
    assert "Geld lenen kan hier niet." in site.mail("geld@voorbeeld.nl", "Een besluit over je bericht").text


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_moderator_places_a_post_straight_from_the_queue(person, scripts):
    yusuf, mo = person(), person(java_script_enabled=scripts)
    is_new(yusuf, "tas@voorbeeld.nl" if scripts else "winkel@voorbeeld.nl", "Yusuf")
    title = "Wie loopt mee naar de winkel?" if scripts else "Wie draagt mijn tas?"
    asks(yusuf, title)
    looks_as(mo, "Mo")
    mo.go("/controleren")
    mo.control("Laat buren dit zien", mo.main.get_by_role("row").filter(has_text=title)).click()
    mo.reads("Geplaatst.")
    mo.does_not_read(title)


def test_anybody_can_report_a_post_and_follow_what_is_decided(site, person):
    henk, visitor, mo = person(), person(), person()
    looks_as(henk, "Henk")
    title = "Wie koopt mijn oude fiets?"
    post = asks(henk, title)

    visitor.go(post)
    visitor.press("Meld dit bericht")
    visitor.choose("Dit is geen burenhulp")
    visitor.write("Vertel wat er is", "Dit is verkoop.")
    visitor.write("Je naam", "Een voorbijganger")
    visitor.write("Je e-mailadres", "voorbijganger@voorbeeld.nl")
    visitor.choose("Ik vul dit eerlijk in.")
    visitor.press("Verstuur mijn melding")
    visitor.headed("Je melding is binnen")

    looks_as(mo, "Mo")
    mo.go("/controleren?toon=gemeld")
    mo.press("Bekijk en besluit", inside=mo.main.get_by_role("row").filter(has_text=title))
    mo.reads("Dit is verkoop.")
    mo.choose("Weghalen")
    mo.pick("Welke spelregel of wet?", "Reclame, verkoop, betaald werk en geld lenen.")
    mo.write("Jouw uitleg", "Verkopen kan hier niet. Vragen om hulp wel.")
    mo.press("Neem dit besluit")

    visitor.go(visitor.path)
    visitor.headed("Je melding is bekeken")
    site.mail("voorbijganger@voorbeeld.nl", "We hebben het weggehaald.")
    henk.go(post)
    henk.reads("Verkopen kan hier niet. Vragen om hulp wel.")


def test_a_wrong_code_can_be_tried_again(person):
    henk = person()
    henk.go("/mijn")
    henk.headed("Inloggen")
    henk.write("E-mailadres", mail_of("Henk"))
    henk.press("Mail mij een code")
    henk.write("Code", "000000")
    henk.press("Ga verder")
    henk.reads("Deze code klopt niet.")
    henk.press("Ander e-mailadres", within="body")
    fills_in_code(henk, mail_of("Henk"))
    henk.headed("Hallo Henk")
