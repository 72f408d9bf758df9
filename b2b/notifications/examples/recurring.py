"""Mails about help that comes back."""

from datetime import UTC, datetime

ABOUT = {
    "series_reference": "R-7K2M-9QXD",
    "conversation_reference": "G-7K2M-9QXD",
    "post_title": "Wie gaat elke week met mij naar de markt?",
    "other_name": "Henk",
    "is_asker": True,
    "rhythm": "Elke donderdag",
    "first_at": datetime(2026, 12, 3, 9, tzinfo=UTC),
    "times": 8,
    "place": "Bij de ingang van de flat",
}
TURN = ABOUT | {
    "starts_at": datetime(2026, 12, 10, 9, tzinfo=UTC),
    "by_name": "Rob",
    "helper_name": "Rob",
    "code_word": "",
}
HELPER = {"is_asker": False, "other_name": "Fatima"}
TOMORROW = TURN | {"is_open": False, "has_address": True, "code_word": "zonnebloem"}
ANSWER = ABOUT | {"by_name": "Rob", "joined": False, "left": False}

EXAMPLES = {
    "help-series-proposed": ABOUT,
    "help-series-agreed": ABOUT | {"code_word": "zonnebloem"},
    "help-series-declined": ABOUT,
    "help-turn-skipped": TURN,
    "help-turn-skipped--by-nobody": TURN | {"by_name": ""},
    "help-turn-open": TURN,
    "help-turn-open--helper": TURN | HELPER,
    "help-turn-missed": TURN | HELPER | {"by_name": ""},
    "help-turn-taken": TURN | {"late": False, "code_word": "tulp"},
    "help-turn-taken--after-all": TURN | {"late": True, "code_word": "tulp"},
    "help-tomorrow": TOMORROW,
    "help-tomorrow--helper": TOMORROW | HELPER,
    "help-tomorrow--open": TOMORROW | {"is_open": True, "code_word": ""},
    "help-team-asked": ABOUT | {"is_asker": False},
    "help-team-answered": ANSWER,
    "help-team-answered--joined": ANSWER | {"joined": True},
    "help-team-answered--left": ANSWER | {"left": True},
    "help-series-ended": ABOUT | {"by_name": "Rob"},
    "help-series-ended--post-is-over": ABOUT | {"by_name": ""},
    "help-series-over": ABOUT,
}
