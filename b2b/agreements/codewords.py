"""A word that two neighbours know each other by at the door: everyday, easy to hear and to say, and no name. Pure."""

import secrets
from collections.abc import Collection

WORDS = (
    "appelboom", "bakfiets", "beuk", "bloempot", "boterham", "brievenbus", "citroen", "dakpan", "deurmat", "duinpan",
    "eekhoorn", "fietsbel", "framboos", "gieter", "grachtenpand", "hagelslag", "handschoen", "heggenschaar", "hooiberg",
    "hyacint", "ijsvogel", "jampot", "kastanje", "kerkklok", "klaproos", "klompen", "knikker", "koekoek", "krentenbol",
    "lantaarn", "lavendel", "lieveheersbeest", "madelief", "molenwiek", "moestuin", "narcis", "ooievaar", "paardenbloem",
    "paraplu", "pannenkoek", "peperkoek", "picknick", "regenjas", "rietkraag", "roodborst", "schommel", "schoorsteen",
    "slagroom", "sleutelbos", "sneeuwklok", "sprookje", "stoepkrijt", "tandem", "theepot", "trekpont", "tulp", "veerpont",
    "vlieger", "vuurtoren", "walnoot", "waterlelie", "windmolen", "zandkasteel", "zeilboot", "zonnebloem",
)  # fmt: skip


def new_word(taken: Collection[str] = ()) -> str:
    """Return a word for one appointment, other than those that are `taken` by others who come to the same door.

    It proves nothing by itself: it tells two people that they are the right two.
    """
    return secrets.choice([word for word in WORDS if word not in taken])
