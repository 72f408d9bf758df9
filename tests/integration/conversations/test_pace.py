"""How fast somebody talks: new conversations, words before an answer, the same words to everybody."""

import pytest

from b2b.accounts.rules.pace import NotYetAllowed, SameWords, TooManyConversations, WaitForAnswer
from b2b.conversations import service
from b2b.conversations.models import Conversation
from b2b.conversations.rules import Answer, ResponseKind, Words
from b2b.core.ids import new_reference
from b2b.posts.models import Post

# Words that nobody says twice.
OPENINGS = (
    "Zaterdag haal ik het op",
    "Mijn dochter kan dit vast ook",
    "Hoe groot moet die kast worden dan",
    "Ken je de bibliotheek al",
    "Rustig aan, wij komen samen",
    "Prima idee van jou",
    "Ooit was ik zelf timmerman geweest",
    "Fietsen leren lijkt me leuk",
    "Een hond uitlaten doe ik elke ochtend",
    "Soep koken met verse groente",
    "Overmorgen past beter bij ons rooster",
)


@pytest.fixture
def asker(make):
    return make.member("Fatima")


@pytest.fixture
def react(make, writing, asker):
    """React to a new post of Fatima."""

    def react(member, body):
        post = make.post(asker)
        with writing() as work:
            answer = Answer(ResponseKind.YES, body, new_reference("O"))
            return service.answer(work, work.get_one(Post, post.id), member.id, answer)

    return react


@pytest.fixture
def say(writing):
    def say(conversation, member, body="Ja, graag."):
        with writing() as work:
            found = work.get_one(Conversation, conversation.id)
            service.send(work, found, member.id, Words(body, new_reference("O")))

    return say


@pytest.mark.parametrize(("trusted", "most"), [(False, 3), (True, 10)])
def test_new_conversations_in_a_day(make, clock, react, trusted, most):
    somebody = make.member("Bram", trusted=trusted)
    for words in OPENINGS[:most]:
        react(somebody, words)
    with pytest.raises(TooManyConversations):
        react(somebody, OPENINGS[most])
    clock.advance(days=1)
    react(somebody, OPENINGS[most])


@pytest.mark.parametrize(("trusted", "most"), [(False, 1), (True, 10)])
def test_words_before_the_first_answer(make, asker, react, say, trusted, most):
    somebody = make.member("Bram", trusted=trusted)
    talk = react(somebody, "Ik kan helpen.")
    for _ in range(most - 1):
        say(talk, somebody)
    with pytest.raises(WaitForAnswer):
        say(talk, somebody)
    say(talk, asker)
    for _ in range(most + 2):
        say(talk, somebody)


def test_who_is_asked_for_help_never_has_to_wait(make, react, say):
    newcomer = make.member("Olena", trusted=False)
    post = make.post(newcomer)
    talk = make.conversation(post, make.member("Bram"))
    for _ in range(5):
        say(talk, newcomer)


@pytest.mark.parametrize(("trusted", "most"), [(True, 5)])
def test_the_same_words_to_one_neighbour_after_the_other(make, react, trusted, most):
    somebody = make.member("Bram", trusted=trusted)
    letter = "Beste buur {}, ik kom graag een keer langs om kennis te maken en te praten over vroeger"
    for number in range(most):
        react(somebody, letter.format(number))
    with pytest.raises(SameWords):
        react(somebody, letter.format("nog een"))
    react(somebody, "Iets heel anders.")


def test_a_newcomer_sends_no_links_and_no_numbers(make, asker, react, say):
    newcomer = make.member("Olena", trusted=False)
    with pytest.raises(NotYetAllowed):
        react(newcomer, "App mij op 06-12345678")
    talk = react(newcomer, "Ik kan helpen.")
    say(talk, asker, "Bel maar: 06-12345678")
    with pytest.raises(NotYetAllowed):
        say(talk, newcomer, "Kijk op www.voorbeeld.nl")


def test_a_refusal_changes_nothing(make, writing, clock, react):
    newcomer = make.member("Olena", trusted=False)
    talk = react(newcomer, "Ik kan helpen.")
    with writing() as work:
        post = work.get_one(Post, work.get_one(Conversation, talk.id).post_id)
        with pytest.raises(WaitForAnswer):
            service.answer(work, post, newcomer.id, Answer(ResponseKind.YES, "Nog iets", new_reference("O")))
        assert work.get_one(Conversation, talk.id).last_message_at == clock()
