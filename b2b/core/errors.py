"""Why something cannot happen: each refusal is a type with a Dutch sentence for the reader.

Features subclass these in their `rules.py`; `web/errors.py` maps the base to an HTTP status.
The sentence is a constant in Dutch; it is translated when it is shown.
"""


class Refusal(Exception):
    """Something cannot happen, for a reason that the person may read."""

    sentence = "Dit kan nu niet."

    def __init__(self, sentence: str | None = None):
        super().__init__(sentence or self.sentence)
        self.sentence = sentence or self.sentence


class Missing(Refusal):
    """It does not exist, or not for you (404)."""

    sentence = "Deze pagina bestaat niet (meer)."


class Forbidden(Refusal):
    """You may not do this (403)."""

    sentence = "Je mag dit niet doen."


class Conflict(Refusal):
    """It is no longer in the state in which this can happen (409)."""

    sentence = "Iemand was je voor, of dit is al gebeurd."


class Gone(Refusal):
    """It was there, and is over for good (410)."""

    sentence = "Dit is verlopen."


class TooFast(Refusal):
    """Too many tries in too short a time (429)."""

    sentence = "Dit gaat te snel. Wacht even en probeer het dan opnieuw."

    def __init__(self, sentence: str | None = None, retry_after: int = 60):
        super().__init__(sentence)
        self.retry_after = retry_after


class Unavailable(Refusal):
    """The store or a needed service cannot be reached just now (503)."""

    sentence = "Het is nu even te druk. Probeer het over een paar tellen opnieuw."
    retry_after = 5
