"""The demo's neighbours who can do more than one thing: one offer, found under each kind of help."""

from b2b.demo.entries import EITHER, OFFER, Entry

# fmt: off

ENTRIES = (
    Entry(
        "buiten-en-binnen", OFFER, "Dennis", "4d 17:25",
        "boodschappen/winkel boodschappen/pakket huisdieren/uitlaten klussen/ophangen",
        "Boodschappen, de hond en een lampje",
        "Ik werk vier dagen en heb vrijdag de hele dag vrij. Ik haal graag je boodschappen of een pakje, laat je hond uit "
        "of hang een lamp voor je op. Zeg maar wat je nodig hebt.",
        when="Vrijdag", place=EITHER,
    ),
)
