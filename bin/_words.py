"""The translations of the site: compiled by its own command, when they changed."""

from _setup import ROOT, Environment, call, fingerprint, put_stamp, say, stamped

TRANSLATIONS = ROOT / "translations"


def prepare_words(site: Environment) -> None:
    """Compile every translation, unless that was done with exactly these."""
    stamp = TRANSLATIONS / ".stamp"
    wanted = fingerprint(TRANSLATIONS.glob("*/LC_MESSAGES/messages.po"))
    if stamped(stamp, wanted):
        return
    say("Compiling the translations …")
    call([site.python, "-m", "b2b", "words", "compile"], "The translations could not be compiled.", cwd=ROOT)
    put_stamp(stamp, wanted)
