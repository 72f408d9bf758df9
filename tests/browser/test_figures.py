"""From what the site brings in a wijk, by what a figure means, to what came of a pilot: without a script."""

from tests.browser.story import looks_as


def test_a_council_member_reads_a_wijk_and_the_desk_the_pilot_without_a_script(site, person):
    visitor, karin = person(java_script_enabled=False), person(java_script_enabled=False)
    visitor.go("/")
    visitor.press("Wat Buurthulp brengt", within="footer")
    visitor.headed("Wat Buurthulp brengt in Utrecht")
    visitor.press("Overvecht")
    visitor.headed("Wat Buurthulp brengt in Overvecht")
    visitor.reads("Op tijd antwoord")
    visitor.page.locator("summary", has_text="Elke maand: Hulpvragen").click()
    visitor.reads("Wat dit niet zegt:")
    visitor.press("Lees wat de cijfers betekenen")
    visitor.headed("Wat betekenen de cijfers?")
    visitor.reads("Te weinig is dus niet hetzelfde als nul.")

    looks_as(karin, "Karin")
    karin.press("Overdrachten", within="nav")
    karin.press("Deze week in cijfers")
    karin.headed("Deze week")
    karin.go("/beheer/pilots")
    karin.press("Overvecht helpt")
    karin.reads("In Overvecht krijgt 80 procent op tijd antwoord")
    karin.press("Lees het verslag")
    karin.headed("Verslag van pilot Overvecht helpt")
    karin.reads("Wat we niet kunnen zeggen")
    with karin.page.expect_download() as file:
        karin.main.get_by_role("link", name="Download als PDF").click()
    assert file.value.suggested_filename.endswith(".pdf")
