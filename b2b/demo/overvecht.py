"""Overvecht: what Fatima, Henk, Olena and Marjan ask and offer, and what came of it."""

from b2b.agreements.rules import Happened, Helped
from b2b.conversations.rules import ResponseKind
from b2b.demo.entries import ASK, EITHER, ELSEWHERE, OFFER, Entry
from b2b.demo.steps import Accepts, Chooses, Ends, Proposes, Reacts, Says, SharesAddress, Tells

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off

FATIMA = (
    Entry(
        "huiswerk", ASK, "Fatima", "26d 20:15", "taal/huiswerk",
        "Wie helpt mijn zoon met rekenen?",
        "Mijn zoon zit in groep 8. Rekenen gaat niet zo goed, vooral breuken. Ik kan het zelf niet goed uitleggen "
        "in het Nederlands. Ik ben er altijd bij, aan de keukentafel.",
        when="'s middags",
        then=(
            Reacts("25d 19:05", "Sanne", "Hoi! Ik studeer wiskunde en geef vaker bijles. Ik kan wel een keer langskomen."),
            Says("25d 20:30", "Fatima", "Dank je wel Sanne, heel fijn! Kan het bij ons thuis?", "Sanne"),
            Says("25d 20:41", "Sanne", "Ja hoor, is goed."),
            Chooses("24d 09:10", "Sanne"),
            Proposes("24d 09:12", "Fatima", "Sanne", "21d 15:30", "Bij Fatima thuis"),
            Accepts("24d 12:40", "Sanne", "Sanne"),
            SharesAddress("23d 10:00", "Fatima", "Sanne", "Zambesidreef, de flat bij de speeltuin, tweede deur"),
            Tells("21d 18:00", "Fatima", "Sanne"),
            Tells("21d 19:30", "Sanne", "Sanne", Happened.YES, Helped.YES),
            Says("21d 19:35", "Sanne", "Leuke jongen, hij snapte het snel!"),
            Says("21d 20:00", "Fatima", "Hij was zo blij. Nogmaals bedankt.", "Sanne"),
        ),
    ),
    Entry(
        "couscous", OFFER, "Fatima", "13d 21:00", "koken/samen",
        "Samen couscous maken",
        "Ik maak elke vrijdag couscous en het is altijd te veel! Wie wil leren hoe het moet? Je mag mee-eten "
        "natuurlijk. Ook leuk als je gewoon gezellig wilt eten.",
        when="Vrijdag vanaf 4 uur",
        then=(
            Reacts("12d 18:20", "Aisha", "Wat leuk! Ik maak het altijd uit een pakje, dus ja graag :)"),
            Says("11d 10:05", "Fatima", "Haha uit een pakje, dat kan echt niet! Kom je deze of volgende week?", "Aisha"),
            Says("11d 19:45", "Aisha", "Volgende week komt mij beter uit. Moet ik iets meenemen?"),
            Reacts("9d 11:30", "Ria", "Mag ik ook komen? Ik eet geen vlees.", ResponseKind.QUESTION),
            Says("9d 20:10", "Fatima", "Tuurlijk, met groente is het ook lekker.", "Ria"),
        ),
    ),
    Entry(
        "markt", ASK, "Fatima", "9d 08:50", "boodschappen/samen",
        "Wie gaat er mee naar de markt?",
        "Ik heb een nieuwe knie en mag niet zwaar tillen. Wie loopt een keer met mij mee over de markt bij het "
        "winkelcentrum en draagt de tassen?",
        when="Een ochtend, ongeveer een uur", place=ELSEWHERE, where="winkelcentrum Overvecht",
        then=(
            Reacts("8d 21:15", "Dennis", "ik kan wel een keer"),
            Says("7d 09:00", "Fatima", "Fijn! Half 11 bij de ingang?", "Dennis"),
            Chooses("7d 09:01", "Dennis"),
            Proposes("7d 09:05", "Fatima", "Dennis", "4d 10:30", "Bij de hoofdingang van het winkelcentrum"),
            Accepts("6d 23:10", "Dennis", "Dennis"),
            Tells("4d 11:45", "Fatima", "Dennis", Happened.NOBODY_CAME),
            Says("4d 11:50", "Fatima", "Ik heb lang gewacht. Jammer dat je er niet was.", "Dennis"),
            Says("3d 14:00", "Dennis", "sorry!! helemaal vergeten, was aan het werk", read=False),
        ),
    ),
    Entry(
        "lamp", ASK, "Fatima", "2d 19:40", "klussen/ophangen",
        "Wie hangt een lamp op in de kamer?",
        "Ik heb een nieuwe lamp gekocht maar ik durf niet op de trap. De haak zit al in het plafond en de draad is "
        "er ook. Ik heb zelf een trap. Koffie met iets lekkers staat klaar!",
        when="Overdag, behalve dinsdag",
        then=(
            Reacts("2d 20:35", "Rob", "Dag Fatima, dat is zo gebeurd. Ik heb een spanningzoeker en een kroonsteentje."),
            Says("1d 09:15", "Fatima", "Wat fijn Rob! Wanneer zou je kunnen?", "Rob"),
            Says("1d 09:40", "Rob", "Morgen of overmorgen in de middag, zeg het maar.", read=False),
            Reacts("1d 12:10", "Sanne", "Is het een zware lamp? Anders neem ik een vriend mee.", ResponseKind.QUESTION),
        ),
    ),
)

HENK = (
    Entry(
        "boormachine", OFFER, "Henk", "31d 10:30", "lenen/lenen",
        "Boormachine te leen",
        "Goede klopboormachine, al 20 jaar maar nog prima. Boortjes zitten erbij. Wel graag netjes terug "
        "binnen een paar dagen.",
        when="Ik ben bijna altijd thuis", place=EITHER,
    ),
    Entry(
        "schaken", ASK, "Henk", "15d 14:20", "gezelschap/koffie",
        "Wie heeft zin in een potje schaken?",
        "Sinds mijn vrouw er niet meer is speel ik tegen de computer, en die wint altijd. Ik ben 78 en speel redelijk. "
        "Koffie heb ik, koek ook.",
        when="Doordeweeks in de middag", place=EITHER, where="Bij mij of in het buurthuis",
        then=(
            Reacts("14d 20:05", "Bilal", "Meneer Henk, ik kan een beetje schaken. Maar u wint zeker."),
            Says("13d 10:15", "Henk", "Dat zullen we nog wel eens zien! Zeg maar je hoor.", "Bilal"),
            Says("13d 21:30", "Bilal", "Ik werk deze week laat. Zal ik volgende week iets laten weten?"),
            Says("12d 09:50", "Henk", "Prima jongen, ik loop niet weg.", "Bilal", read=False),
        ),
    ),
    Entry(
        "boodschappen", ASK, "Henk", "6d 10:15", "boodschappen/winkel",
        "Boodschappen voor een week",
        "Ik ben door mijn heup gegaan en loop nu met een stok. De winkel is niet ver maar een volle tas gaat niet. "
        "Ik maak een lijstje en betaal meteen, gepast. Het is een grote tas, geen zware dingen.",
        when="Een keer per week, dag maakt niet uit",
        then=(
            Reacts("6d 11:20", "Rob", "Henk, ik ga elke week toch al. Neem jouw lijstje zo mee."),
            Reacts("5d 19:00", "Marjan", "Ik kan een keer, maar niet elke week vanwege mijn moeder.", ResponseKind.PARTLY),
            Reacts("5d 20:45", "Bilal", "Mijn broertje brengt boodschappen rond op de fiets, ik vraag het hem.",
                   ResponseKind.KNOW_SOMEONE),
            Says("4d 09:30", "Henk", "Geweldig Rob. Zullen we het een keer proberen?", "Rob"),
            Says("4d 09:55", "Rob", "Doen we."),
            Chooses("4d 10:00", "Rob"),
            Proposes("4d 10:05", "Rob", "Rob", "+1d 10:30", "Ik haal het lijstje bij je op"),
            Accepts("3d 08:45", "Henk", "Rob"),
            SharesAddress("3d 08:50", "Henk", "Rob", "Tigrisdreef, flat met de rode deur, bel bij Henk (de onderste)"),
            Says("3d 09:20", "Rob", "Gezien. Tot dan!"),
            Says("2d 17:05", "Henk", "Ik heb het lijstje al klaar liggen. Mag er ook een krant bij?", "Rob", read=False),
        ),
    ),
    Entry(
        "fotos", ASK, "Henk", "4d 16:40", "digihulp/telefoon",
        "Foto's van mijn kleinkind op de telefoon",
        "Mijn dochter stuurt foto's via whatsapp maar ik krijg ze niet groot en ze verdwijnen steeds. "
        "Wie legt het rustig uit, ik ben niet zo snel meer met die dingen.",
        when="In de ochtend",
        then=(
            Reacts("4d 19:30", "Aisha", "Hoi Henk, ik help mijn opa ook altijd met zijn telefoon. Ik neem de tijd."),
            Says("3d 10:10", "Henk", "Dat is lief van je. Dan zet ik thee.", "Aisha"),
            Chooses("3d 10:12", "Aisha"),
            Proposes("2d 20:15", "Aisha", "Aisha", "+2d 10:00", "Bij Henk thuis, of in de bibliotheek Overvecht"),
        ),
    ),
)

OLENA = (
    Entry(
        "praten", ASK, "Olena", "8d 17:10", "taal/oefenen",
        "Nederlands praten oefenen",
        "Ik ben Olena. Ik leer Nederlands 1 jaar. Lezen is moeilijk, praten ook. Ik wil oefen met iemand een uur "
        "in week. Ik kan jou ook leren borsjt koken.",
        when="Avond of zaterdag", place=ELSEWHERE, where="Bibliotheek of buurthuis",
        then=(
            Reacts("7d 10:25", "Truus", "Dag Olena, ik heb alle tijd en ik praat graag! Ik ben vroeger juf geweest."),
            Says("6d 18:00", "Olena", "Dank u Truus! Ik ben blij. Wanneer u kan?", "Truus"),
            Says("6d 18:40", "Truus", "Zaterdag om 11 uur in de bibliotheek?"),
            Says("5d 12:20", "Olena", "Ja goed. Ik kom.", "Truus", read=False),
            Reacts("4d 21:40", "Chantal", "Mijn collega zoekt ook iemand om mee te oefenen, zal ik haar vragen?",
                   ResponseKind.KNOW_SOMEONE),
        ),
    ),
    Entry(
        "knutselen", OFFER, "Olena", "5d 18:35", "kinderen/spelen",
        "Knutselen met kinderen",
        "Ik was kleuter juf in mijn land. Ik wil knutselen met kinderen, papa of mama is ook daar. Ik heb papier, "
        "verf en geduld.",
        when="Woensdag middag", place=ELSEWHERE, where="speeltuin of buurthuis",
    ),
    Entry(
        "brief", ASK, "Olena", "3d 12:05", "papieren/brief",
        "Ik snap een brief niet",
        "Ik kreeg een lange brief over afval en over toeslag. Veel moeilijke woorden. Wie kan samen met mij lezen? "
        "Google vertaalt raar.",
        when="Kan elke dag na 3 uur", place=ELSEWHERE, where="bibliotheek Overvecht",
        then=(
            Reacts("3d 13:00", "Sanne", "Hoi Olena, ik kan morgenmiddag naar de bieb komen als je wilt."),
            Says("3d 15:20", "Olena", "Ja! Dank je, ik neem de brief mee.", "Sanne"),
            Chooses("3d 15:21", "Sanne"),
            Proposes("3d 15:40", "Sanne", "Sanne", "1d 15:00", "Bibliotheek Overvecht, bij de ingang"),
            Accepts("3d 16:10", "Olena", "Sanne"),
        ),
    ),
)

MARJAN = (
    Entry(
        "avond-vrij", ASK, "Marjan", "34d 22:10", "anders/anders",
        "Een avond vrij van zorgen",
        "Ik zorg al drie jaar voor mijn moeder en soms ben ik gewoon op. Is er iemand die een avondje bij haar wil "
        "zitten en tv kijken? Ze heeft verder niets nodig.",
        when="Een avond in het weekend", for_somebody_else=True,
        then=(Ends("30d 09:00", "withdraw"),),
    ),
    Entry(
        "bellen", ASK, "Marjan", "19d 21:25", "gezelschap/bellen",
        "Bellen met mijn moeder van 84",
        "Mijn moeder woont alleen en de dagen duren lang. Ze vertelt graag over vroeger, over Zuilen en de Demka. "
        "Wie belt haar een keer per week een kwartiertje?",
        when="Liefst rond 4 uur", place=EITHER, for_somebody_else=True,
        then=(
            Reacts("18d 10:00", "Ria", "Mijn man werkte ook bij Demka! Ik bel haar graag."),
            Reacts("17d 15:30", "Gerda", "Ik wil ook wel bellen, ik zit toch thuis."),
            Says("17d 21:00", "Marjan", "Wat een toeval Ria! Ze vindt het vast leuk.", "Ria"),
            Chooses("17d 21:05", "Ria"),
            Proposes("17d 21:10", "Marjan", "Ria", "14d 16:00", "Via de telefoon"),
            Accepts("16d 09:00", "Ria", "Ria"),
            Tells("14d 17:30", "Ria", "Ria"),
            Tells("13d 20:15", "Marjan", "Ria"),
            Says("13d 20:20", "Marjan", "Ze had het er de hele avond over. Dank je wel.", "Ria"),
            Says("12d 10:30", "Ria", "Volgende week bel ik weer hoor."),
        ),
    ),
    Entry(
        "ziekenhuis", ASK, "Marjan", "7d 20:30", "vervoer/meegaan",
        "Wie gaat mee naar het ziekenhuis?",
        "Mijn moeder moet voor controle naar het Diakonessenhuis en ik krijg geen vrij van mijn werk. Ze loopt met een "
        "rollator. Wie gaat er met haar mee in de taxi en wacht even? Taxi is geregeld en betaald.",
        when="Over anderhalve week, in de ochtend", place=ELSEWHERE, for_somebody_else=True,
    ),
)
