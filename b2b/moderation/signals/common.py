"""Concepts that several groups use. How to read a phrase: lexicon.py."""

CONCEPTS = {
    "NEG": "niet|nie|geen|nooit|nimmer|niets|niks|niemand|zonder|nee|noch",
    "NEVER": "nooit; niemand; geef ..2 niet; geef geen; niet ..3 geven|doen|delen|doorgeven|sturen|betalen|klikken|overmaken|vertellen; "
    "trap ..2 niet; pas op voor; let op voor; waarschuw*; waarschuwing*; oplicht*; opgelicht*; nepbericht*; phishing*; nepmail*; "
    "spelregel*|huisregel*; mag ..3 niet; nepagent*; hoe herken*; slachtoffer*; aangifte*; babbeltruc*",
    "WARNING": "pas op voor; trap ..2 niet; waarschuw*; oplicht*; fraud*; phishing*; nep*; hoe herken*; spelregel*",
    "NEVER_ANY": "nooit; trap ..2 niet; pas op voor; waarschuw*; oplicht*; hoe herken*; nepagent*; babbeltruc*; nepbericht*",
    "TALK": "workshop*; cursus*; lezing*; voorlicht*; bijeenkomst*; informatieavond*; themamiddag*; training*; preventie*; *preventie; "
    "vrijwilliger ..3 bij; boek|boekje; film*; documentaire*; podcast*; toneel*; oefening*; herdenk*; collecte*; stichting; artikel; krant; nieuws",
    "ME": "ik|mij|me|mezelf|mijn|mn|mijzelf|k|ikzelf",
    "YOU": "jij|je|jou|jouw|u|uw|jullie|jezelf|gij|ge|jij*|joh|gast|bro|broer|ouwe|neef",
    "THEY": "hij|zij|ze|hem|haar|die|hun|hen",
    "URGENT": "dringend*; spoed*; snel|sneller; haast*; meteen; direct; onmiddellijk; vandaag nog; vanavond nog; nu; zsm; asap; "
    "zo spoedig mogelijk; zo snel mogelijk; binnen ..2 uur|minuten|kwartier; wacht niet; voor vanavond; laatste kans; per direct; gelijk; "
    "noodgeval*; nood; urgent*; heb ..2 nodig ..3 vandaag; voor ..2 uur",
    "MONEY": "geld|geldje|geldbedrag*|geldzaken; euro|euros|eurotjes; bedrag*; *bedrag; cash; contant*; cent|centen|cents; doekoe; "
    "donnie|donnies|barkie|barki|meier|meiers; poen; saldo; spaargeld; kapitaal; duizend; eur; # eur; money; floes; rooie; tientje*; "
    "honderdje; briefje* ..2 #|vijftig|honderd|twintig",
    "PAY": "betaal*; betal*; betaald; overmak*; overgemaakt; overboek*; maak ..4 over; maakt ..4 over; boek ..4 over; stort|storten|stortte|gestort; "
    "voorschiet*; schiet ..4 voor; voorgeschoten; tikkie*; transfer*; afreken*; overschrijv*; reken* ..3 af; geld ..2 sturen; sturen ..2 geld; stuur ..3 geld; "
    "voldoe*; pin|pinnen",
    "ACCOUNT": "rekening; rekeningen; *rekening; bankrekening*; iban; rekeningnummer*; spaarrekening*; bankieren; bankapp; *bankieren",
    "CARD": "pas|pasje; pinpas*; bankpas*; betaalpas*; creditcard*; betaalkaart*; giropas*; bankkaart*; pinpasje; kaart|kaartje",
    "BANKCARD": "pinpas*; bankpas*; betaalpas*; creditcard*; betaalkaart*; giropas*; bankkaart*; pas|pasje; # pas",
    "PIN": "pin|pincode*|pinnummer*; *pincode; code|codes; viercijferig*; vier cijfers; geheime code",
    "GIVE": "geef|geeft|geven|gegeven|gaf; doorgeven|doorgeeft|doorgegeven; meegeven|meegegeven; afgeven|afgegeven|afgeef; stuur|stuurt|sturen|gestuurd; "
    "doorsturen|doorstuurt|doorgestuurd; opsturen; app|appt|appen; mail|mailt|mailen; lees ..3 voor|op; voorlezen|oplezen; vertel|vertelt|vertellen; "
    "noem|noemt|noemen; typ|tik|intoetsen|intikken|invullen|invult; deel|delen; overhandig*; laat ..3 weten|zien; inlever*; lever ..3 in; zeg ..3 door|even|welke; "
    "drop; stuur ..2 ff; zet ..3 in",
    "TAKE": "ophalen|ophaalt|ophaal|opgehaald|haal|haalt|halen; meenemen|meeneemt|mee; neem|neemt|nemen; komt|kom|langskomen; innemen; "
    "lenen|leen|leent|uitlenen|uitleen; gebruiken|gebruik|gebruikt; knip*; doorknip*; bewaren|bewaar|bewaart; inleveren; veiligstellen",
    "LEND": "lenen|leen|leent|geleend|leenen; voorschieten|voorschiet|voorgeschoten; schiet ..4 voor; uitlenen; helpen met ..4 euro|geld; "
    "overmaken|overmaakt; maak ..5 over; missen ..3 euro; sponsor*; bijspringen; storten; lappen",
    "FAMILY": "mam|mama|mams|mamma|moeder|ma|pap|papa|paps|pa|vader|opa|oma|tante|oom|zoon|dochter|broer|zus|zusje|kleinzoon|kleindochter|neef|nicht"
    "man|vrouw|partner|echtgenoot|echtgenote|schoonmoeder|schoonvader|schoonzus|zwager|ouders|familie",
    "PARENTS": "ouder|ouders; je ..2 moeder|vader|mama|papa|ma|pa|mam|pap|vake|moeke; papa ..2 mama; thuis ..2 niemand; je thuis",
    "KID": "kind|kinderen|kindje|kindjes|kids|kinders|kiddo*; zoontje|zoontjes|dochtertje|dochtertjes; jongetje*; meisje|meisjes|meiske; peuter*; kleuter*; "
    "baby|babys|babytje; tiener*; scholier*; basisschoolkind*; leerling*; puber*; minderjarig*; kleinkind*; pleegkind*; stiefdochter|stiefzoon",
    "CHILD": "zoon|zoons|dochter|dochters; kleinzoon|kleindochter; buurjongen|buurmeisje|buurkind*; jongen|jongens; neefje|nichtje; broertje|zusje; kleine; "
    "kleintje|kleintjes; oudste|jongste; jarige|jarig; knul|knulletje; @KID",
    "AGE_KID": "van #17; #17 jaar; #17 jarig*; #17 jr; #17jarig*; is #17; wordt #17; al #17; "
    "een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien jaar|jarig*; "
    "twaalfjarig*|dertienjarig*|veertienjarig*|vijftienjarig*|zestienjarig*|zevenjarig*|achtjarig*|negenjarig*|tienjarig*|elfjarig*|zesjarig*|vijfjarig*|vierjarig*; "
    "12jarig*|13jarig*|14jarig*|15jarig*|16jarig*|17jarig*|10jarig*|11jarig*; "
    "van vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien; groep #|drie|vier|vijf|zes|zeven|acht; "
    "brugklas*; eerste klas; tweede klas; derde klas; onderbouw; havo|vmbo|vwo #17; klas #",
    "ALONE": "alleen; in je eentje; met ..1 tweeen|zn tweeen; samen ..2 alleen; onder ..1 vier ogen; met ons tweetjes; tweetjes; zonder ..4 ouders|anderen|erbij; "
    "niemand ..3 erbij; zonder ..1 toezicht; prive",
    "AT_MINE": "bij mij; mij thuis; mijn huis|kamer|flat|appartement|auto|slaapkamer|hut|plek|zolder|schuur; thuis bij mij; naar mij toe; langskomen; kom ..3 langs",
    "NAME": "^ ; daan|sem|noah|lucas|levi|finn|james|milan|bram|luuk|mees|thijs|jayden|jesse|lars|tim|tom|max|sam|ruben|julian|thomas|stijn|sven|niels|bas"
    "emma|julia|mila|tess|sophie|zoe|sara|nora|yara|eva|lotte|lisa|anna|sanne|fleur|femke|isa|roos|noor|lieke|maud|evi|fenna|amy|bo|britt|kim|demi|naomi"
    "mohammed|mohamed|mo|ahmed|ali|youssef|yusuf|ibrahim|omar|bilal|hamza|mehmet|mustafa|emre|fatima|aisha|aicha|samira|khadija|yasmina|zeynep|ayse|elif|esra"
    "kees|piet|jan|henk|gerrit|wim|willem|hans|johan|joop|ton|theo|sjaak|cor|arie|bert|frans|harry|peter|rob|ron|ruud|dirk|marco|patrick|dennis|kevin|rick"
    "truus|annie|riet|corrie|bep|jopie|ans|ria|marijke|ingrid|petra|monique|anja|saskia|wilma|tineke|greet|toos|mien|sjaan|dina|gerda|hannie|jeanne|marie|maria"
    "linda|esther|mirjam|karin|astrid|yvonne|sandra|chantal|priscilla|jolanda|soraya|shirley|wesley|jordy|kelly|sharon|danny|johnny|dewi|ravi|priya|tamara"
    "svetlana|olga|agnieszka|piotr|ewa|mariam|amina|hassan|karim|rachid|said|abdul|latifa|naima|hakim|nadia|leila|selma",
    "TITLE": "mevrouw|mevr|mw|meneer|mijnheer|meneertje|mevrouwtje|dhr|hr|heer|familie|fam|vrouw|juf|zuster|broeder|tante|oom|ome|opa|oma|dominee|pastoor",
    "NEIGHBOUR": "buurvrouw*|buurman*|buuv|buurtje|buurtgenoot|buren|overbuur*|bovenbuur*|onderbuur*|benedenbuur*|overbuurvrouw|achterbuur*; bewoner|bewoonster; "
    "oude man|vrouw|heer|dame; oudere man|vrouw|heer|dame|mevrouw|meneer; alleenstaande man|vrouw|heer; mevrouw|meneer|mevr|mw|dhr ..2 hiernaast|boven|beneden|tegenover; "
    "man|vrouw|stel|gezin|familie|mevrouw|meneer|jongen|meneertje|vrouwtje|mannetje|dame|heer ..3 hiernaast|tegenover|naast|boven|beneden|overkant|om_de_hoek|verderop; "
    "man|vrouw|stel|gezin|familie|mevrouw|meneer|jongen|dame|heer van|op ..2 #|nummer|nr; hiernaast; naast ..1 mij|ons|me; buur; buurt*genoot; onze ..1 buur*; "
    "mevrouw|meneer|mevr|mw|dhr ..2 ^",
    "NIGHT": "nacht|nachts|vannacht|avond|vanavond|savonds; vroege ochtend; laat; weekend; logeren; slapen; blijven slapen; overnachten",
    "MOVING": "verhuis*; verhuiz*; opruim*; zolder*; kringloop*; rommelmarkt; vrijmarkt; kleiner ..2 wonen; uitverkoop; overtollig*; garageverkoop; "
    "emigr*; samenwonen; verbouw*; vakantie; op reis; aanleunwoning; verzorgingshuis",
    "PAST": "gehad; vorig|vorige|afgelopen; jaren geleden; # jaar geleden; jaar geleden; geleden; sinds; herstel*; hersteld; revalid*; na ..2 beroerte|hartaanval|tia"
    "herseninfarct|val; gevolgen; vroeger; ooit; destijds; toen; inmiddels; jarenlang",
    "HYPO": "stel dat; wat als; voor het geval; mocht; hoe herken*; wat moet ..3 doen bij; leren; oefen*; cursus*; ehbo; reanimatiecursus; aed; "
    "wat doe je bij; preventief; veiligheid*; checken|controleren|nakijken; ophangen ..1; opgehangen; plaatsen; aansluiten; installeren; vervangen; "
    "batterij*; hoe werkt; kopen; te leen; verkoop; gratis ..2 halen",
}

DETECTORS: tuple[object, ...] = ()
