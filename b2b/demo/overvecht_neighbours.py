"""Overvecht: what the other neighbours ask and offer."""

from b2b.conversations.rules import ResponseKind
from b2b.demo.entries import ASK, EITHER, ELSEWHERE, OFFER, Entry
from b2b.demo.steps import Accepts, Cancels, Chooses, Ends, Proposes, Reacts, Reports, Says
from b2b.moderation.rules import NoticeCategory

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off

ROB = (
    Entry(
        "handig", OFFER, "Rob", "20d 09:10", "klussen/kleine-reparatie klussen/ophangen tuin/afval",
        "Handige buurman, kleine klussen",
        "Net met pensioen en nu heb ik tijd over. Plankje ophangen, kraanleertje, deur die klemt, fietsband. Geen "
        "elektra in de meterkast en geen grote verbouwingen. Een bak koffie is genoeg.",
        when="Doordeweeks overdag",
        then=(
            Reacts("19d 10:45", "Truus", "Mijn keukenkastje hangt scheef. Heb je volgende week tijd?"),
            Says("19d 12:00", "Rob", "Zeker Truus, maandag of dinsdag?", "Truus"),
            Says("19d 12:30", "Truus", "Dinsdag graag."),
            Reacts("15d 16:10", "Ria", "De deur van de berging klemt. De rest doet mijn zoon.", ResponseKind.PARTLY),
            Reacts("10d 18:50", "Olena", "Kan jij ook fiets maken? Mijn licht is kapot.", ResponseKind.QUESTION),
            Says("9d 09:05", "Rob", "Ja hoor, een fietslicht lukt wel. Kom maar langs.", "Olena"),
            Reacts("2d 21:20", "Chantal", "Mijn buurvrouw in Zuilen zoekt precies zo iemand!", ResponseKind.KNOW_SOMEONE),
        ),
    ),
    Entry(
        "aanhanger", ASK, "Rob", "27d 11:15", "lenen/lenen",
        "Aanhanger te leen voor een middag",
        "Moet wat snoeiafval naar het afvalscheidingsstation brengen. Ik heb een trekhaak en rij voorzichtig.",
        when="Zaterdag", place=EITHER,
        then=(Ends("22d 17:00", "fulfil"),),
    ),
    Entry(
        "container", OFFER, "Rob", "11d 18:00", "tuin/afval",
        "Ik zet je container buiten",
        "Loop op de ophaaldag toch een rondje. Wie moeite heeft met de container mag het zeggen, dan neem ik hem mee.",
        when="De avond voor de ophaaldag",
    ),
)

OTHERS = (
    Entry(
        "toeslag-formulier", ASK, "Bilal", "71d 19:30", "papieren/formulier",
        "Formulier voor de sportclub van mijn broertje",
        "Er is een regeling zodat kinderen kunnen sporten maar het formulier is best lang. Wie heeft dat eerder gedaan?",
        place=EITHER,
        then=(Ends("18d 09:00", "ask_still_needed"), Ends("11d 20:00", "expire")),
    ),
    Entry(
        "beeldbellen", ASK, "Ria", "22d 10:20", "digihulp/beeldbellen",
        "Beeldbellen met mijn zus in Canada",
        "Mijn zus heeft een tablet en ik nu ook. Maar hoe je belt met beeld weet ik niet. Wie kan het voordoen?",
        when="'s middags, ivm het tijdsverschil",
        then=(Ends("18d 16:30", "fulfil"),),
    ),
    Entry(
        "meelopen", OFFER, "Mo", "16d 08:10", "kinderen/meelopen",
        "Meelopen naar school",
        "Ik breng mijn dochters elke dag lopend weg. Loop gerust met je kinderen met ons mee, gezellig en veiliger.",
        when="Schooldagen, kwart over 8", place=ELSEWHERE, where="Bij het plein achter de Wolgadreef",
    ),
    Entry(
        "printer", OFFER, "Dennis", "12d 22:20", "digihulp/computer",
        "Computer traag of printer stuk?",
        "werk in de ict en help graag. neem je laptop mee of ik kom langs. geen bankzaken of wachtwoorden, die typ je zelf",
        when="avonden", place=EITHER,
        then=(
            Reacts("11d 10:40", "Henk", "Mijn printer zegt steeds dat het papier op is. Maar het is niet op.", ResponseKind.QUESTION),
            Says("11d 22:05", "Dennis", "haha klassieker. zet m eens 5 min helemaal uit", "Henk"),
            Says("10d 11:15", "Henk", "Nu doet hij het weer!"),
        ),
    ),
    Entry(
        "hond", ASK, "Truus", "10d 15:50", "huisdieren/uitlaten",
        "Mijn hondje uitlaten, ik ben geopereerd",
        "Bobbie is 12 en heel lief, hij trekt niet. Ik mag drie weken niet ver lopen na mijn operatie. "
        "Een rondje door park de Gagel vindt hij het mooist.",
        when="Een keer per dag, tijd maakt niet uit",
        then=(
            Reacts("10d 17:00", "Sanne", "Aah Bobbie! Ik kan twee keer in de week, ik kom toch langs de Gagel.", ResponseKind.PARTLY),
            Reacts("9d 12:00", "Ronnie", "Ik kan wel, wat betaal je?", ResponseKind.QUESTION),
            Says("9d 12:45", "Truus", "Niets, het is burenhulp.", "Ronnie"),
            Chooses("8d 10:00", "Sanne"),
            Proposes("8d 10:05", "Sanne", "Sanne", "5d 09:00", "Bij Truus aan de deur"),
            Accepts("8d 11:00", "Truus", "Sanne"),
            Cancels("6d 20:00", "Sanne", "Sanne"),
            Says("6d 20:02", "Sanne", "Sorry, ik heb ineens een tentamen. Kan het later deze week?"),
            Says("5d 09:30", "Truus", "Geeft niks kind, eerst je studie.", "Sanne"),
            Proposes("2d 18:00", "Sanne", "Sanne", "+3d 16:00", "Bij Truus aan de deur"),
            Accepts("1d 10:30", "Truus", "Sanne"),
        ),
    ),
    Entry(
        "bank", ASK, "Dennis", "3d 21:45", "klussen/tillen",
        "bank naar beneden tillen",
        "mn oude bank moet 3 trappen af naar de container. niet superzwaar maar alleen lukt niet. "
        "half uurtje werk, biertje of fris erna",
        when="zaterdag of zondag",
        then=(
            Reacts("2d 10:50", "Rob", "Mijn rug is niet meer wat het was, maar ik heb wel een steekwagen.", ResponseKind.PARTLY),
            Says("2d 20:40", "Dennis", "top, die leen ik graag", "Rob"),
        ),
    ),
    Entry(
        "rit", OFFER, "Bilal", "2d 20:20", "vervoer/rit",
        "Rit in de stad in de avond",
        "Ik heb een auto en rij na 6 uur graag iemand even weg: sport, familie, grote boodschap. Alleen binnen Utrecht.",
        when="Na 18 uur", place=EITHER,
    ),
    Entry(
        "vijftig-euro", ASK, "Ronnie", "1d 18:15", "lenen/lenen",
        "wie kan mij even helpen tot vrijdag",
        "zit krap deze week. wie kan mij 50 euro lenen tot vrijdag, krijg je 60 terug. eerlijk waar. stuur even een "
        "berichtje",
        place=EITHER,
        then=(
            Reports("1d 21:00", NoticeCategory.FRAUD, "Deze man vraagt om geld. Hij deed dat bij mijn oma ook al.",
                    name="Een kleindochter", email="kleindochter@buren.demo.b2b.example"),
        ),
    ),
    Entry(
        "onkruid", ASK, "Ria", "95m", "tuin/onkruid",
        "Onkruid in de voortuin",
        "Het tuintje voor de deur groeit dicht en bukken gaat niet meer. Het is 3 bij 4 meter. Ik heb een schoffel en "
        "handschoenen in twee maten.",
        when="Als het droog is",
    ),
    Entry(
        "apotheek", ASK, "Truus", "70m", "boodschappen/apotheek",
        "Zakje ophalen bij de apotheek",
        "De apotheek bij het winkelcentrum heeft mijn zakje klaarliggen. Er hoeft niks betaald te worden. Ik bel zelf "
        "even dat er iemand anders komt.",
        when="Vandaag of morgen voor half 6", place=ELSEWHERE, where="Apotheek in winkelcentrum Overvecht",
    ),
    Entry(
        "appeltaart", OFFER, "Truus", "20m", "koken/maaltijd",
        "Halve appeltaart over",
        "Ik heb weer eens te groot gebakken. Wie lust er appeltaart? Zonder noten, met rozijnen.",
        when="Vanmiddag of morgen",
    ),
)

ZAMBESIDREEF = (
    Entry(
        "tuintje", OFFER, "Joost", "24d 12:15", "tuin/planten",
        "Planten water geven als je weg bent",
        "Ik ben toch elke dag in de gezamenlijke tuin. Zet je planten op de galerij, dan doe ik ze mee.",
        when="Hele jaar door", place=EITHER,
    ),
    Entry(
        "fiets-kind", OFFER, "Leyla", "10d 13:35", "lenen/weggeven",
        "Kinderfiets, onze dochter is eruit gegroeid",
        "16 inch, paars, met een mandje. Banden zijn goed, de bel is een beetje stuk. Voor niks, als er maar weer een "
        "kind blij mee is.",
        when="Na 4 uur",
    ),
    Entry(
        "digid", ASK, "Joost", "6d 15:25", "digihulp/digid-uitleg",
        "Uitleg over de DigiD-app",
        "Ik moest een nieuwe telefoon en nu is de app weg. Ik wil het zelf doen maar iemand moet naast mij zitten die "
        "weet hoe het gaat.",
        when="In de middag", place=ELSEWHERE, where="Buurthuis of bibliotheek",
        then=(
            Reacts("5d 20:10", "Sanne", "Dat heb ik net met mijn oma gedaan. Je hebt wel je paspoort nodig."),
            Says("4d 10:30", "Joost", "Dat heb ik. Ik laat weten wanneer ik kan.", "Sanne"),
        ),
    ),
    Entry(
        "oppasmoeders", ASK, "Leyla", "3d 20:05", "kinderen/ouders",
        "Samen met de kinderen naar de speeltuin",
        "Mijn kinderen zijn 2 en 5. Thuis is het zo druk met regen en tv. Wie gaat er ook wel eens naar de speeltuin "
        "bij de flat? Met een bekertje thee erbij.",
        when="Na het middagslaapje, rond 3 uur", place=ELSEWHERE,
    ),
    Entry(
        "gordijn", ASK, "Leyla", "1d 16:20", "klussen/ophangen",
        "Gordijnrails hangt los",
        "De rails komt aan een kant naar beneden, de plug zit niet meer goed. Ik heb geen boor. Een half uurtje werk "
        "denk ik.",
        when="Avond of weekend",
    ),
    Entry(
        "wandelmaatje", ASK, "Joost", "65m", "gezelschap/wandelen",
        "Wandelmaatje voor langs de Vecht",
        "De dokter zegt elke dag een half uur lopen. Alleen kom ik de deur niet uit, met z'n tweeen wel.",
        when="Ochtend", place=ELSEWHERE, where="Vanaf de flat richting de Vecht",
    ),
)
