"""The data files hold no doubles and no orphans, and the weights were learnt from them."""

from b2b.matching import checking, training
from b2b.matching.rules.classifier import WEIGHTS, Model

FEW = [
    ("hond_uit", "Wie laat mijn hond uit"),
    ("hond_uit", "Ik wandel graag met je hond"),
    ("gras", "Het gras moet gemaaid"),
    ("gras", "Ik maai je gras met mijn maaier"),
]


def test_there_is_nothing_wrong_with_the_words():
    assert checking.findings() == []


def test_the_weights_are_small():
    assert WEIGHTS.stat().st_size < 500_000


def test_learning_twice_gives_the_same_file():
    assert training.train(FEW) == training.train(FEW)


def test_what_was_learnt_is_told_apart():
    from b2b.matching.rules import read

    chances = Model(training.train(FEW)).chances(read("", "de hond moet eruit"))
    assert chances["hond_uit"] > chances["gras"]
