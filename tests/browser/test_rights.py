"""Rights through a browser: take my data along, leave, come back by the mail. With a script and without."""

import json
import re
import zipfile
from urllib.parse import urlsplit

import pytest

from tests.browser.people import Mouse
from tests.browser.story import is_new


@pytest.mark.parametrize("script", [True, False])
def test_somebody_takes_their_data_along_leaves_and_comes_back(person, site, script):
    me = f"wendela{int(script)}@voorbeeld.nl"
    wendela = person(Mouse, java_script_enabled=script)
    is_new(wendela, me, "Wendela")

    wendela.go("/mijn/gegevens/kopie")
    wendela.press("Vraag een kopie")
    wendela.reads("We maken een kopie")
    site.mail(me, "Je gegevens staan klaar")
    wendela.go("/mijn/gegevens/kopie")
    with wendela.page.expect_download() as waiting:
        wendela.page.get_by_role("button", name="Haal je gegevens op").click()
    with zipfile.ZipFile(waiting.value.path()) as pack:
        said = json.loads(pack.read("mijn-gegevens.json"))
        assert "Wendela" in pack.read("mijn-gegevens.html").decode()
    assert said["themes"][0]["title"] == "Jij en je account"

    wendela.go("/mijn/gegevens/verwijderen")
    wendela.press("Verwijder mijn account")
    wendela.reads("Zet eerst een vinkje")
    wendela.choose("Ik heb gelezen wat er gebeurt")
    wendela.press("Verwijder mijn account")
    wendela.headed("Je account wordt verwijderd")
    wendela.press("Log uit")

    mail = site.mail(me, "Je account wordt verwijderd")
    link = re.search(r"https?://\S+/toch-blijven/\S+", mail.text)
    assert link, mail.text
    wendela.go(urlsplit(link.group()).path)
    wendela.press("Ik wil toch blijven")
    wendela.reads("Fijn dat je blijft")
