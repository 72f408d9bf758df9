"""Mails about answers by mail."""

NEWS = {"news": "J-7K2M-9QXD"}

EXAMPLES = {
    "answer-refused": NEWS
    | {
        "why": "Er zat een bijlage bij. Die kunnen we niet aannemen. Stuur alleen tekst, zonder foto of handtekening.",
        "said": "Ja, dinsdag is goed.\nIk bel aan.",
    },
    "answer-refused--without-words": NEWS
    | {"why": "We vonden geen tekst in je mail. Schrijf je antwoord helemaal bovenaan.", "said": ""},
    "message-sent--can-be-answered": {
        "other_name": "Henk",
        "post_title": "Wie haalt mijn boodschappen?",
        "post_kind": "request",
        "conversation_reference": "G-7K2M-9QXD",
        "marker": "Schrijf je antwoord boven deze regel",
        "unsubscribe": "https://buurthulp.voorbeeld.nl/mail/afmelden/voorbeeld",
    },
}
"""What every mail looks like: an example of its words per feature, and the mail they make."""
