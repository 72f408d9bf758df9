"""The detectors: what they see, what they leave alone, and that no text makes them slow."""

import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from b2b.moderation.signals import DETECTORS, Action, Group, read
from b2b.moderation.signals.digits import is_bsn, is_card, is_iban
from b2b.moderation.signals.links import is_lookalike
from b2b.moderation.signals.measuring import SETS, measure, read_texts
from b2b.moderation.signals.registry import concepts, lexicon
from b2b.moderation.signals.text import LONGEST, fold_char, understand


def groups(text):
    return {str(found.group) for found in read(text)}


def codes(text):
    return {found.code for found in read(text)}


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_on_our_own_texts_nearly_everything_is_seen_and_hardly_anything_held_for_nothing(file):
    texts = read_texts(file)
    measured = measure(texts)
    # Stories have a twin with the same words that is ordinary: a bar that lets the twins through misses more.
    missed = 0.15 if file.stem == "stories" else 0.05
    assert sum(line.missed for line in measured.lines) <= missed * (len(texts) - measured.harmless)
    assert measured.held <= 0.02 * measured.harmless


def test_there_are_enough_texts_and_half_of_them_are_ordinary():
    texts = [text for file in SETS for text in read_texts(file)]
    assert len(texts) >= 400
    assert sum(not text.groups for text in texts) >= 0.4 * len(texts)
    assert len({text.text for text in texts}) == len(texts)


@pytest.mark.parametrize(
    "disguised",
    [
        "nul zes, twaalf, vierendertig, zesenvijftig, achtenzeventig",
        "06 - 1234 5678",
        "O6 l2345678",
        "0 6 1 2 3 4 5 6 7 8",
        "+31612345678",
    ],
)
def test_a_telephone_number_is_one_however_it_is_written(disguised):
    assert "personal.phone" in codes(f"Bel me op {disguised} graag.")


@pytest.mark.parametrize(
    "harmless",
    [
        "Om 14:30 bij de bieb.",
        "Op 03-11-2026 van 10.00 tot 12.00 uur",
        "ISBN 0-306-40615-2",
        "€ 1.250,00 voor 6 maanden",
    ],
)
def test_times_dates_prices_and_books_are_no_telephone_numbers(harmless):
    assert not groups(harmless)


def test_letters_of_other_alphabets_and_hidden_marks_change_nothing():
    assert "abuse" in groups("Jij bent een klооtzаk")  # two Cyrillic letters in it
    assert "abuse" in groups("Jij bent een kloot\u200bzak")
    assert "abuse" in groups("J1j b3nt een k l o o t z a k")


@pytest.mark.parametrize(
    "letters", ["𝐊𝐥𝐨𝐨𝐭𝐳𝐚𝐤", "ᴷloot𝓏ak", "ｋｌｏｏｔｚａｋ", "Ⓚⓛⓞⓞⓣⓩⓐⓚ", "ᴋʟᴏᴏᴛᴢᴀᴋ", "🅺🅻🅾🅾🆃🆉🅰🅺", "🅚🅛🅞🅞🅣🅩🅐🅚"]
)
def test_fancy_letters_change_nothing_either(letters):
    assert "abuse" in groups(f"Jij bent een {letters}")


@pytest.mark.parametrize("digits", ["٠٦١٢٣٤٥٦٧٨", "۰۶۱۲۳۴۵۶۷۸", "०६१२३४५६७८", "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖", "⓪⑥①②③④⑤⑥⑦⑧"])
def test_a_telephone_number_is_one_in_the_digits_of_any_keyboard(digits):
    assert "personal.phone" in codes(f"Bel mij op {digits} alsjeblieft")


def test_no_character_at_all_becomes_a_capital_of_ours():
    found = {
        char for char in map(chr, range(sys.maxunicode + 1)) if any("A" <= part <= "Z" for part in fold_char(char))
    }
    assert not found


@given(st.integers(10_000_000, 999_999_999))
def test_a_number_alone_is_never_taken_for_a_bsn(number):
    assert "personal.bsn" not in codes(f"Ordernummer {number:09}")


def with_check(eight):
    """Return nine digits that pass the elfproef; the last but one goes up where no check digit fits."""
    sums = (
        (one, sum(int(digit) * weight for digit, weight in zip(one, range(9, 1, -1), strict=True)) % 11)
        for one in (eight, eight[:-1] + str((int(eight[-1]) + 1) % 10))
    )
    return next(f"{one}{check}" for one, check in sums if check < 10)


@given(st.integers(1_000_000, 99_999_999).map(lambda number: with_check(f"{number:08}")))
def test_a_bsn_beside_its_name_is_always_refused(digits):
    assert is_bsn(digits)
    found = [one for one in read(f"Mijn BSN is {digits}.") if one.code == "personal.bsn"]
    assert found[0].detector.in_post is found[0].detector.in_message is Action.REFUSE


@given(st.text(alphabet="0123456789", min_size=10, max_size=10), st.sampled_from(["ABNA", "INGB", "RABO"]))
def test_one_changed_digit_makes_an_account_number_wrong(account, bank):
    bban = f"{bank}{account}".lower()
    check = 98 - int("".join(str(int(char, 36)) for char in f"{bban}nl00")) % 97
    right = f"nl{check:02}{bban}"
    assert is_iban(right)
    assert not is_iban(right[:-1] + str((int(right[-1]) + 1) % 10))


def test_a_card_number_is_one_with_the_right_last_digit():
    assert is_card("4111111111111111")
    assert not is_card("4111111111111112")


@pytest.mark.parametrize(
    "host", ["tikkie-betalen.nl", "rab0bank.nl", "ing-veilig.com", "tikkle.me", "buurthulp-inlog.com"]
)
def test_a_host_that_passes_for_another_is_seen(host):
    assert is_lookalike(host)


@pytest.mark.parametrize("host", ["tikkie.me", "betaalverzoek.rabobank.nl", "ing.nl", "utrecht.nl", "wikipedia.org"])
def test_the_real_ones_are_left_alone(host):
    assert not is_lookalike(host)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=600))
def test_any_text_can_be_read_and_every_span_lies_inside_it(text):
    for found in read(text):
        for start, end in found.spans:
            assert 0 <= start < end <= len(text)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "ik",
                "wil",
                "niet",
                "meer",
                "je",
                "zoon",
                "van",
                "8",
                "betaal",
                "link",
                "nul",
                "zes",
                "@",
                ".",
                "06",
                "é",
            ]
        ),
        max_size=120,
    )
)
def test_words_that_mean_something_in_any_order_are_read_too(words):
    understand(" ".join(words))
    read(" ".join(words))


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "een ",
        "ik wil niet meer ",
        "06 ",
        "a.",
        "@",
        "1",
        "nul zes ",
        "a@a.",
        "k a n k ",
        "*",
        "'",
        "NL91ABNA04171",
        "-_",
    ],
)
def test_sixteen_thousand_characters_take_no_longer_than_their_number(piece):
    text = (piece * 16000)[:16000]
    short = (piece * 4000)[:4000]

    def spent(of):
        read("warm")
        began = time.process_time()
        for detector in DETECTORS.values():
            detector.find(lexicon().see(understand(of))) if detector.code == "crisis.suicide" else None
        seen = lexicon().see(understand(of))
        for detector in DETECTORS.values():
            detector.find(seen)
        return time.process_time() - began

    spent(short)
    assert spent(text) < 1.0  # seconds: a machine that is busy with other tests has room
    assert len(understand(text).folded) <= LONGEST


def test_every_concept_is_used_and_every_detector_explains_itself():
    assert len(concepts()) > 100
    for detector in DETECTORS.values():
        assert detector.why.endswith(".") and detector.advice.endswith(".")
        assert detector.version >= 1
        assert detector.code.count(".") == 1


def test_nothing_that_follows_from_a_signal_is_a_sanction():
    assert {str(action) for action in Action} == {"none", "hint", "refuse", "warn", "hold", "crisis"}
    crisis = [detector for detector in DETECTORS.values() if detector.group is Group.CRISIS]
    assert (
        {detector.in_post for detector in crisis} == {detector.in_message for detector in crisis} == {Action.CRISIS}
    )
