"""The rest of Utrecht, thinner than Overvecht but something in every wijk; and a little of Eindhoven."""

from b2b.conversations.rules import ResponseKind
from b2b.demo.entries import ASK, EITHER, ELSEWHERE, OFFER, Entry
from b2b.demo.steps import Accepts, Chooses, Ends, Proposes, Reacts, Reports, Says, Tells
from b2b.moderation.rules import NoticeCategory

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off

NORTH_AND_WEST = (
    Entry(
        "bijles", OFFER, "Willem", "55d 10:40", "taal/huiswerk",
        "Hulp met wiskunde of Engels",
        "Oud-leraar, brugklas tot en met havo 3. Aan onze grote tafel of bij jullie thuis, met een ouder erbij.",
        when="Dinsdag en donderdag", place=EITHER,
        then=(Ends("2d 09:00", "ask_still_needed"),),
    ),
    Entry(
        "heg", ASK, "Willem", "4d 11:25", "tuin/onkruid",
        "Hulp bij de heg",
        "De heg is twee meter hoog en ik mag de ladder niet meer op van mijn dochter. Elektrische heggenschaar is er.",
        when="Droge dag, in overleg",
        then=(Reacts("3d 20:30", "Jeroen", "Ik wil dat wel doen, hoe lang is de heg ongeveer?", ResponseKind.QUESTION),),
    ),
    Entry(
        "naaimachine", ASK, "Lotte", "9d 20:00", "lenen/lenen",
        "Naaimachine te leen?",
        "Ik wil gordijnen inkorten voor mijn nieuwe kamer. Kan iemand een naaimachine missen, een weekend is genoeg.",
        place=EITHER,
    ),
    Entry(
        "kat-passen", OFFER, "Lotte", "1d 13:45", "huisdieren/passen",
        "Ik pas graag op je kat of konijn",
        "Zelf mag ik geen dieren in huis dus ik kom graag bij die van jou langs. We maken eerst even kennis.",
        when="Weekenden en vakanties",
    ),
    Entry(
        "kast", OFFER, "Jeroen", "110m", "klussen/meubel",
        "Kast of bed in elkaar zetten",
        "Ik vind dat gewoon leuk om te doen. Heb een accuboor en een goed humeur.",
        when="Na het werk of in het weekend",
    ),
    Entry(
        "dierenarts", ASK, "Jeroen", "6d 19:20", "vervoer/rit",
        "Ritje naar de dierenarts",
        "Onze hond moet geopereerd en wij hebben geen auto. Wie rijdt ons heen, of alleen terug? Benzine betalen we "
        "natuurlijk.",
        when="Volgende week, in de ochtend", place=ELSEWHERE,
        then=(
            Reacts("5d 08:30", "Chantal", "Ik kan jullie brengen, terug lukt me niet ivm werk.", ResponseKind.PARTLY),
            Says("5d 18:10", "Jeroen", "Daar zijn we al heel blij mee!", "Chantal"),
        ),
    ),
    Entry(
        "ouders-zuilen", ASK, "Chantal", "14d 21:10", "kinderen/ouders",
        "Andere moeders of vaders met een kleuter",
        "Net verhuisd naar Zuilen met een zoontje van 4. Lijkt me leuk om samen naar de speeltuin te gaan.",
        when="Woensdag en vrijdag", place=ELSEWHERE, where="Speeltuin de Zuil",
    ),
    Entry(
        "samen-winkel", OFFER, "Chantal", "2d 12:50", "boodschappen/samen boodschappen/pakket vervoer/rit",
        "Samen naar de winkel",
        "Ik ga op zaterdag met de auto naar de grote supermarkt. Er is plek voor een buur met tassen.",
        when="Zaterdag rond 10 uur", place=ELSEWHERE,
    ),
    Entry(
        "studentenhulp", OFFER, "Sanne", "10d 22:00", "digihulp/telefoon",
        "Geduldige hulp met je telefoon",
        "Student en best handig met apps, instellingen en updates. Geen DigiD of bankdingen overnemen, wel uitleggen.",
        when="Avonden en vrijdag", place=EITHER,
        then=(
            Reacts("9d 10:15", "Gerda", "Mijn toestel maakt geen geluid meer als er gebeld wordt."),
            Says("9d 21:00", "Sanne", "Ik denk dat hij op stil staat. Zal ik even langsfietsen?", "Gerda"),
            Reacts("8d 14:20", "Els", "Kom je ook naar Vleuten?", ResponseKind.QUESTION),
            Chooses("8d 18:00", "Gerda"),
            Proposes("8d 18:05", "Sanne", "Gerda", "7d 19:30", "Bij Gerda thuis"),
            Accepts("8d 18:30", "Gerda", "Gerda"),
            Tells("7d 21:00", "Gerda", "Gerda"),
            Tells("7d 22:15", "Sanne", "Gerda"),
        ),
    ),
    Entry(
        "bureaustoel", OFFER, "Sanne", "5d 13:30", "lenen/weggeven",
        "Bureaustoel gratis op te halen",
        "Zit nog prima, alleen een wieltje loopt stroef. Weg is weg.",
        when="Vanaf 5 uur",
    ),
    Entry(
        "mappen", ASK, "Gerda", "2d 10:00", "papieren/ordenen",
        "Papieren op volgorde in mappen",
        "Er staan drie dozen post van mijn man zaliger. Ik wil weten wat weg mag en wat ik moet bewaren. Samen gaat "
        "het vlugger dan alleen.",
        when="Middag",
    ),
    Entry(
        "wandelen", OFFER, "Gerda", "25d 09:30", "gezelschap/wandelen",
        "Rondje wandelen door het Griftpark",
        "Ik loop elke ochtend een uur, rustig tempo, met een bankje halverwege. Samen praat het beter.",
        when="Elke ochtend rond 10 uur", place=ELSEWHERE, where="Ingang Griftpark, bij de kinderboerderij",
    ),
)

CENTRE_AND_SOUTH = (
    Entry(
        "hond-werk", ASK, "Anouk", "17d 18:50", "huisdieren/uitlaten",
        "Hond uitlaten als ik moet werken",
        "Ik heb twee weken lange diensten in het ziekenhuis. Mijn hond Pip is klein en dol op mensen.",
        when="Tussen 12 en 2",
        then=(Ends("12d 19:00", "withdraw"),),
    ),
    Entry(
        "kat-gevonden", OFFER, "Anouk", "45m", "huisdieren/vermist",
        "Grijze kat gevonden, mist er iemand een?",
        "Zit al sinds vanmorgen bij ons op de stoep. Grijs met een wit vlekje op de borst, geen bandje. Heel aanhalig.",
        place=EITHER,
    ),
    Entry(
        "piano", ASK, "Tim", "8d 17:15", "klussen/tillen",
        "Piano een meter opschuiven",
        "Vier man sterk en we zijn in tien minuten klaar. De vloer is al beschermd.",
        when="Vrijdagavond",
        then=(Ends("6d 12:30", "withdraw"),),
    ),
    Entry(
        "fietstocht", OFFER, "Tim", "3d 20:40", "vervoer/fiets",
        "Op de duofiets door de stad",
        "Ik mag de duofiets van het buurthuis gebruiken. Wie wil er achterop, of eigenlijk ernaast? Ook als je niet "
        "goed ziet.",
        when="Zondagmiddag", place=ELSEWHERE,
    ),
    Entry(
        "samen-eten", ASK, "Samira", "5d 18:10", "koken/samen",
        "Wie eet er met mij mee?",
        "Alleen koken vind ik zo ongezellig. Ik kook vegetarisch, met veel kruiden. Wie schuift er aan?",
        when="Doordeweeks rond 6 uur",
        then=(Reacts("4d 09:50", "Aisha", "Gezellig! Ik kom met de fiets vanaf Kanaleneiland."),),
    ),
    Entry(
        "vertalen", OFFER, "Samira", "18d 10:05", "taal/vertalen",
        "Ik help met Arabisch en Nederlands",
        "Een briefje, een berichtje van school, een telefoontje. Niet bij de dokter, daar is een echte tolk voor.",
        place=EITHER,
    ),
    Entry(
        "formulieren", OFFER, "Aisha", "7d 20:30", "papieren/formulier",
        "Samen een formulier invullen",
        "Werk op een kantoor en schrik niet van een formulier. We doen het samen, jij zet de handtekening.",
        when="Dinsdagavond", place=ELSEWHERE, where="Buurtcentrum bij het Marco Poloplantsoen",
        then=(
            Reacts("6d 16:30", "Hassan", "Mijn huurtoeslag stopt ineens. Kun je met mij meekijken?"),
            Says("6d 19:15", "Aisha", "Ja natuurlijk. Neem de laatste brief mee.", "Hassan"),
            Says("6d 20:00", "Hassan", "Dank je, dat doe ik."),
            Reacts("2d 22:40", "Ronnie", "vul jij m voor mij in dan stuur ik wel een foto", ResponseKind.QUESTION),
            Says("1d 12:05", "Aisha", "Nee, we doen het samen. Dat staat er ook.", "Ronnie"),
            Says("1d 22:55", "Ronnie", "doe ff normaal dom wijf, waarvoor zit je hier dan", read=False),
            Reports("1d 23:10", NoticeCategory.RUDE, "Hij scheldt mij uit terwijl ik alleen zei dat we het samen doen.",
                    "Aisha", "Ronnie"),
        ),
    ),
    Entry(
        "rolstoel", ASK, "Hassan", "2d 15:10", "gezelschap/wandelen",
        "Wandelen met de rolstoel",
        "Mijn vader zit in een rolstoel en wil graag naar buiten. Duwen wordt mij te zwaar. Wie gaat een keer mee langs "
        "het kanaal?",
        when="Weekend", place=ELSEWHERE, for_somebody_else=True,
    ),
    Entry(
        "soep", OFFER, "Hassan", "12d 11:50", "koken/maaltijd",
        "Linzensoep, altijd te veel",
        "Ik kook op zondag een grote pan soep. Halal en zonder noten. Breng een bakje mee.",
        when="Zondag na 5 uur",
        then=(Reacts("11d 13:40", "Aisha", "Die soep van jou is beroemd in de flat. Ik kom een bakje halen."),),
    ),
    Entry(
        "ladder", ASK, "Bas", "55m", "lenen/lenen",
        "Ladder te leen, een middag",
        "De dakgoot zit vol blad. Een ladder van 5 meter zou genoeg zijn.",
        when="Komend weekend", place=EITHER,
    ),
    Entry(
        "geveltuin", OFFER, "Ingrid", "15d 12:20", "tuin/planten",
        "Stekjes en hulp bij je geveltuin",
        "Heb dit jaar veel te veel stekjes. Ik kom ze ook brengen en help met planten.",
        when="Zaterdag",
    ),
)

FAR_WEST = (
    Entry(
        "schoolroute", ASK, "Priya", "4d 19:50", "kinderen/meelopen",
        "Wie loopt mee op de route naar school?",
        "We are new here :) Ik breng mijn dochter lopend, we zoeken een ander gezin uit de buurt om samen te gaan.",
        when="Ochtend, 8 uur", place=ELSEWHERE,
    ),
    Entry(
        "taal-priya", ASK, "Priya", "12d 20:25", "taal/oefenen",
        "Dutch oefenen met een kop thee",
        "I can speak a little Nederlands. Wie heeft geduld met mij? Ik leer jou Hindi of Engels.",
        when="Donderdagavond", place=EITHER,
    ),
    Entry(
        "gordijnrails", OFFER, "Marco", "9d 17:45", "klussen/ophangen",
        "Gordijnrails of plank ophangen",
        "In al die nieuwe huizen zitten betonnen muren, daar heb je een goede boor voor nodig. Die heb ik.",
        when="Zaterdag",
    ),
    Entry(
        "verjaardag", ASK, "Marco", "29d 21:30", "anders/anders",
        "Statafels voor een verjaardag",
        "Mijn vrouw wordt 40. Heeft iemand statafels of een partytent, voor een dag?",
        then=(Ends("24d 20:00", "withdraw"),),
    ),
    Entry(
        "ziekenhuis-els", ASK, "Els", "3d 09:20", "vervoer/meegaan",
        "Mee naar de oogarts",
        "Na de druppels mag ik niet fietsen en ik zie dan niet goed. De bus gaat twee keer over. Wie reist er met me mee?",
        when="Over twee weken, vroeg", place=ELSEWHERE,
    ),
    Entry(
        "koffie-joke", OFFER, "Joke", "11d 10:30", "gezelschap/koffie",
        "De koffie staat klaar in De Meern",
        "Iedere woensdag schuiven er een paar buren aan. Je hoeft niets mee te nemen, alleen jezelf.",
        when="Woensdag om 10 uur", place=ELSEWHERE, where="Buurthuis De Schalm",
    ),
    Entry(
        "gras", ASK, "Joke", "68d 14:30", "tuin/onkruid",
        "Gras maaien, de maaier start niet",
        "Wie heeft verstand van maaiers, of een eigen maaier? Het is een klein veldje.",
        then=(Ends("15d 09:00", "ask_still_needed"), Ends("8d 15:00", "expire")),
    ),
)

EINDHOVEN = (
    Entry(
        "pakket-loes", ASK, "Loes", "1d 14:40", "boodschappen/pakket",
        "Pakketje ophalen bij het servicepunt",
        "Mijn auto staat bij de garage. Het pakketje is een beetje groot voor op de fiets.",
        place=ELSEWHERE,
        then=(Reacts("1d 17:30", "Bram", "Ik rij er straks langs, stuur maar een berichtje."),),
    ),
    Entry(
        "vlaai", OFFER, "Loes", "6d 16:10", "koken/maaltijd",
        "Vlaai bakken kun je leren",
        "Oma's recept. Samen bakken, samen opeten.",
        when="Zondag",
    ),
    Entry(
        "laptop-bram", OFFER, "Bram", "3d 19:00", "digihulp/computer",
        "Laptop nakijken",
        "Ik werk op Strijp en help graag een buur die vastloopt.",
        when="Avond", place=EITHER,
    ),
    Entry(
        "plank-fleur", ASK, "Fleur", "105m", "klussen/ophangen",
        "Boekenplank ophangen",
        "De muur is van beton en mijn boor kan dat niet aan. Plank en pluggen heb ik.",
        when="Zaterdag",
    ),
)
