"""Data map: who takes part without e-mail, calls of the desk, codes on paper, and an appointment shown to somebody trusted."""

from b2b.privacy.rules.words import Seen, codes, keys, moments, once, others, refs, secrets, table, words

TABLES = (
    table(
        "paper_people",
        "wie meedoet zonder e-mail: wie dat opschreef, en dat je ja zei",
        keys("id municipality_id member_id"),
        once(),
        others("made_by_id", "welke medewerker dit opschreef"),
        moments("agreed_at", "wanneer je ja zei tegen meedoen en de spelregels"),
        words("phone", "je bellen met antwoorden van buren; versleuteld", kept="paper_phone"),
        moments("phone_at", "sinds wanneer wij je telefoonnummer hebben", kept="paper_phone"),
        owner="member_id",
        seen=Seen.SELF | Seen.DESK | Seen.MODERATORS,
        kept="account",
    ),
    table(
        "paper_calls",
        "dat de balie je belde, en wat daarvan kwam",
        keys("id municipality_id member_id"),
        once(),
        others("by_id", "welke medewerker belde"),
        codes("outcome told", "of je het nieuws weet"),
        words("note", "wat een collega moet weten om je te bellen; versleuteld"),
        moments("at"),
        owner="member_id",
        seen=Seen.SELF | Seen.DESK | Seen.MODERATORS,
        kept="paper_call",
    ),
    table(
        "paper_codes",
        "een code op papier, om één keer mee in te loggen",
        keys("id municipality_id member_id"),
        others("made_by_id", "welke medewerker de code maakte"),
        secrets("code code_salt code_hash", "de code printen en herkennen; versleuteld"),
        codes("tries", "hoe vaak een code fout was"),
        moments("made_at expires_at ended_at used_at"),
        owner="member_id",
        kept="paper_code",
    ),
    table(
        "agreement_shares",
        "dat je een afspraak liet zien aan iemand die je vertrouwt; niet aan wie",
        keys("id municipality_id agreement_id"),
        refs(),
        codes("with_address", "of je adres erbij stond"),
        moments("made_at ended_at"),
        owner="agreement_id.asker_id",
        kept="share",
    ),
)
