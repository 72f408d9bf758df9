"""The last step: the disclaimer is accepted, and one post comes of it whatever people press."""

import re
from concurrent.futures import ThreadPoolExecutor

from b2b.consent import service as consent
from b2b.posts.models import Post
from tests.client import path, soup, words
from tests.web.posts.placing import begin, count, tell


def test_the_disclaimer_is_not_ticked_beforehand_and_must_be_accepted(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    terms = path(somebody.submit(tell(somebody, begin(somebody), make.neighbourhood()), button="Dit klopt"))
    assert not soup(somebody.get(terms)).select_one("input[name=agreed]").has_attr("checked")
    answer = somebody.submit(terms, button="Plaats mijn bericht")
    assert answer.status_code == 422
    assert "Lees de tekst en zet een vinkje." in words(answer)
    assert count(writing, Post) == 0


def test_a_disclaimer_that_changed_meanwhile_is_read_again(browser, make, writing):
    fatima = make.member("Fatima")
    somebody = browser(fatima)
    terms = path(somebody.submit(tell(somebody, begin(somebody), make.neighbourhood()), button="Dit klopt"))
    seen = soup(somebody.get(terms)).select_one("input[name=seen]")["value"]
    with writing() as work:
        consent.publish(work, fatima.municipality_id, "hulp:tuin", "Nieuwe tekst", "Let op de heg.")
    answer = somebody.post(terms, {"agreed": "y", "seen": seen})
    assert answer.status_code == 422
    assert "Let op de heg." in words(answer)
    assert "net veranderd" in words(answer)
    assert count(writing, Post) == 0
    assert somebody.submit(terms, {"agreed": "y"}, button="Plaats mijn bericht").status_code == 303


def test_a_second_tab_and_a_double_click_find_the_one_post(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    check = tell(somebody, begin(somebody), make.neighbourhood())
    terms = path(somebody.submit(check, button="Dit klopt"))
    seen = soup(somebody.get(terms)).select_one("input[name=seen]")["value"]
    first = somebody.post(terms, {"agreed": "y", "seen": seen})
    second = somebody.post(terms, {"agreed": "y", "seen": seen})
    assert path(first) == path(second)
    assert path(somebody.get(check)) == path(first)
    assert count(writing, Post) == 1


def test_sixteen_submits_at_once_make_one_post(browser, make, writing):
    somebody = browser(make.member("Fatima"))
    terms = path(somebody.submit(tell(somebody, begin(somebody), make.neighbourhood()), button="Dit klopt"))
    page = soup(somebody.get(terms))
    data = {"agreed": "y", **{n: page.select_one(f"input[name={n}]")["value"] for n in ("seen", "csrf_token")}}
    cookies = "; ".join(f"{c.key}={c.value}" for c in somebody.client._cookies.values())

    def send(_):
        client = somebody.app.test_client(use_cookies=False)
        return client.post(terms, data=data, headers={"Cookie": cookies})

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(send, range(16)))
    landed = {re.sub(r"^https?://[^/]+", "", a.headers["Location"]) for a in answers if a.status_code == 303}
    assert len(landed) == 1
    assert {a.status_code for a in answers} <= {303, 503}
    assert count(writing, Post) == 1
