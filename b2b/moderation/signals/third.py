"""About somebody else: health and troubles of a person who can be known, and the data of a child."""

from b2b.core.words import N_
from b2b.moderation.signals.lexicon import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

CONCEPTS = {
    "ILLNESS": "dement*; dementie; alzheimer*; kanker|borstkanker|darmkanker|longkanker|leukemie|prostaatkanker|uitgezaaid*; tumor*; schizofre*; psychos*; "
    "psychoti*; bipolair*; manisch*; borderline*; depressi*; autis*; adhd; asperger; verslaafd*; verslaving*; alcoholis*; alcoholiste; aan de drank; "
    "drinkt ..3 veel|te|fles|elke|hele|weer; aan de drugs; *verslaafd; junk*; blowt; hiv; aids; soa; hepatitis; tbc; zwanger*; abortus; miskraam; epilep*; "
    "parkinson*; ms; als patient; diabet*; suikerziekte; hartpatient*; hartfalen; copd; reuma; nierpatient*; nierdialyse; dialyse; beroerte|herseninfarct|tia; "
    "hersenletsel*; hersenbloeding; niet aangeboren; verstandelijk*; zwakbegaafd*; lvb; laag iq; incontinent*; poept|plast ..4 broek|bed; luier*; stoma; chemo*; "
    "bestraling*; terminaal; uitbehandeld*; hospice; palliatief; ggz; psychiat*; opgenomen ..3 inrichting|kliniek|psychiatri*|ggz; inrichting; rehab; afkick*; "
    "anorexia; boulimia; eetstoornis*; smetvrees; hoarder; verzamelwoede; dwangneuro*; trauma*; ptss; zelfbeschadig*; suicidaal; burnout; overspannen; medicijn*"
    "medicatie|pillen; methadon; rolstoelafhankelijk; doodziek; ernstig ziek; ongeneeslijk*; stervend*; psychisch*; in de war; verward*; niet goed bij haar|zijn hoofd; "
    "vergeetachtig*; gek aan het worden; stemmen ..2 horen; hoort stemmen; slikt; stoornis*; *stoornis; diagnose*; chronisch*; ziekte*; syndroom; corona; covid",
    "TROUBLE": "schuld|schulden; schuldsanering; wsnp; bewindvoer*; uitkering*; bijstand*; wajong; voedselbank*; deurwaarder*; uithuis*; uitgezet*; ontslagen; "
    "strafblad; gevangenis*; gezeten ..3 vast|cel|bak; vastgezeten; in de bak; enkelband; tbs; reclassering; veroordeeld*; zedendelinquent; pedofiel; illegaal*; zonder papieren; "
    "uitgeprocedeerd*; asielprocedure; verblijfsvergunning; scheiding*; gaat ..1 scheiden; vreemdgaan|vreemdgaat|vreemd; affaire; mishandel*; geslagen; "
    "wordt ..3 geslagen; onder curatele; onder bewind; kinderen ..2 afgepakt; uit huis geplaatst*; jeugdzorg*; homo|lesbisch|transgender; prostitu*; heeft ..2 seks; blijf van mijn lijf*",
    "FAMILY_ONLY": "mijn ..1 moeder|vader|man|vrouw|oma|opa|ouders|zus|broer|partner|schoonmoeder|schoonvader|zoon|dochter|kind|schoonouders",
    "NAMED": "@TITLE ..1 van|de|den|der|van_de|van_der|van_den|el|ten|ter ..2 ^; @TITLE ^; "
    "buurvrouw|buurman|buurjongen|buurmeisje|overbuurvrouw|overbuurman|bovenbuurman|bovenbuurvrouw|onderbuurman|onderbuurvrouw|achterbuurman|achterbuurvrouw|vriendin|vriend|collega|kennis"
    "nichtje|neefje|zwager|schoonzus|zus|broer|dochter|zoon|man|vrouw|moeder|vader|oma|opa|tante|oom|klant|client|clientje|patient|buurtgenoot ..1 @NAME; "
    "@NAME ..1 heeft|is|lijdt|slikt|drinkt|kreeg|krijgt|zit|gebruikt|moet|ligt|blijkt|loopt; @NAME ^; @NAME ..5 nummer|nr|huisnummer #",
    "PLACED": "buurvrouw*|buurman*|buren|bovenbuur*|onderbuur*|overbuur*|achterbuur*|benedenbuur*|overburen|mevrouw|meneer|man|vrouw|stel|gezin|familie|bewoner|bewoonster|dame|heer|jongen|weduwe|weduwnaar|mevr|mw|dhr|meneertje "
    "..4 nummer|nr|huisnummer|no ..1 #; "
    "buurvrouw*|buurman*|mevrouw|meneer|man|vrouw|stel|gezin|familie|dame|heer|weduwe|weduwnaar|jongen van|op #; "
    "op|van nummer|nr|huisnummer #|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|veertien|zestien|achttien|twintig; "
    "bovenbuurman|bovenbuurvrouw|bovenburen|onderbuurman|onderbuurvrouw|onderburen|overbuurman|overbuurvrouw|overburen|benedenbuurman|benedenbuurvrouw|achterbuurman|achterbuurvrouw; "
    "man|vrouw|mevrouw|meneer|gezin|dame|heer|stel|familie|buurvrouw|buurman|bewoner|weduwe ..4 hoek|tegenover|overkant|hiernaast|hoekhuis|portiek|verdieping|etage; man|vrouw|mevrouw|meneer|gezin|dame|heer|stel|familie|bewoner ..3 naast|boven|onder|tegenover ons|mij|me; "
    "man|vrouw|mevrouw|meneer|gezin|dame|heer|stel|weduwe|buurvrouw|buurman ..3 hiernaast|tegenover|verdieping|etage|hoekhuis|huis|flat",
    "THEY_ILL": "ze|hij|zij|die|haar|hem ..4 @ILLNESS|@TROUBLE",
    "NAMED_PERSON": "@NAME",
    "HELPER": "dokter|huisarts|wijkverpleeg*|verpleeg*|thuiszorg|specialist|psycholoog|fysio*|psychiater|coach|docent|begeleider|ergotherapeut|verpleegkundige; "
    "gastspreker|spreker|auteur|schrijver",
    "SCHOOL": "basisschool|school|obs|kbs|cbs|pcbs|daltonschool|montessori*|vrije_school|brede_school|college|lyceum|gymnasium|havo|vmbo|mavo|bso|kdv"
    "kinderdagverblijf|peuterspeelzaal|creche|naschoolse|buitenschoolse ..2 ^; ^ college|lyceum|gymnasium|school|basisschool; zit op|in ..3 ^; op ..2 school ..2 ^; "
    "@CHILD ..6 naar ..2 ^; groep # ..4 ^; voetbalt|hockeyt|turnt|zwemt|traint|dansles|judo ..3 bij ..2 ^",
    "SCHOOL_ANY": "school|basisschool|obs|college|lyceum|bso|opvang|creche|kdv|peuterspeelzaal|klas|groep #; *school; voetbaltraining|training|zwemles|judo|muziekles|club",
    "ROUTE": "loopt|fietst|gaat|komt|lopen|fietsen|wandelt|reist ..4 alleen; alleen ..3 naar ..1 huis|school|training|zwemles; alleen thuis; thuis alleen; "
    "alleen ..2 thuis; fietst|loopt|wandelt ..6 langs|via|door; uit school ..4 alleen; sleutelkind; ..1 heeft eigen sleutel; na school ..3 alleen; "
    "niemand thuis; wacht|staat|zit ..4 alleen; altijd|elke|iedere ..3 bushalte|fietspad|tunnel|route|park; komt ..3 om # uur uit; uit school ..5 langs",
    "PHOTO_KID": "foto|fotos|filmpje ..3 van ..3 @CHILD; @CHILD ..3 op de foto",
    "NAMED_CHILD": "@CHILD ..1 @NAME; @NAME ..1 van #17; @NAME ..2 #17 jaar|jarig*; @NAME ..3 groep #; "
    "@NAME zit|gaat|fietst|loopt|voetbalt|speelt|slaapt|heeft|komt; @CHILD heet ..1 @NAME; @CHILD ..3 genaamd; @NAME #17; @NAME ..3 basisschool|school",
    "NAMED_KID": "@NAME ..1 van #17; @NAME #17; @NAME ..3 groep #; @NAME ..2 #17 jaar|jarig*; @NAME|die is #17; @NAME is #17",
    "OWN_CHILD_ASK": "oppas*; bijles*; huiswerk*; gastouder*",
    "KID_SECRET": "bedplas*; plast ..3 bed; gepest; wordt ..2 gepest; spijbel*; uit huis geplaatst; pleeg*; jeugdzorg*; blowt; autis*; adhd; dyslexie; mishandel*; jeugdhulp*; achterstand*; "
    "pdd; odd; gedragsprobl*; hechtingsstoornis; kindertelefoon; ots; voogd*; speciaal onderwijs; logopedie; astma; epilep*; diabet*; allerg*",
}

_HEALTH = ways(
    """
    NAMED & ILLNESS /14 !HELPER !TALK
    PLACED & ILLNESS /14 !HELPER !TALK
    NAMED & TROUBLE /14 !HELPER !TALK
    PLACED & TROUBLE /14 !HELPER !TALK
    NAMED_PERSON & THEY_ILL /14 !HELPER !TALK
    """
)
_CHILD = ways(
    """
    CHILD & NAMED_CHILD & AGE_KID /12
    NAMED_KID & SCHOOL_ANY /14
    NAMED_KID & ROUTE /16
    NAMED_KID & KID_SECRET /12
    CHILD & NAMED_CHILD & SCHOOL_ANY /16
    CHILD & NAMED_CHILD & KID_SECRET /14
    CHILD & NAMED_CHILD & ROUTE /16
    CHILD & SCHOOL & AGE_KID /18
    CHILD & SCHOOL & ROUTE /22
    CHILD & AGE_KID & ROUTE /18
    KID & ROUTE & SCHOOL_ANY /16
    """
)
_G, _A = Group, Action
DETECTORS = (
    Detector(
        "third.health",
        _G.THIRD_PARTY,
        Severity.MEDIUM,
        _A.HOLD,
        _A.HINT,
        N_("De tekst vertelt iets over de gezondheid of de problemen van iemand anders. Die persoon is te herkennen."),
        N_("Je vertelt hier iets heel persoonlijks over een ander. Laat de naam en het huisnummer weg."),
        lambda seen: seen.any_way(_HEALTH),
    ),
    Detector(
        "child.data",
        _G.CHILD,
        Severity.MEDIUM,
        _A.HOLD,
        _A.HOLD,
        N_("De tekst maakt een kind vindbaar: een naam, leeftijd, school of route."),
        N_("Hier staat waar een kind te vinden is. Laat de naam, de school en de tijden weg."),
        lambda seen: seen.any_way(_CHILD),
    ),
)
