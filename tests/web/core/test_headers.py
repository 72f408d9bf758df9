"""What every answer carries, and which requests are refused before anything is read."""

import pytest

PAGES = ["/", "/inloggen", "/bestaat-niet", "/buurten", "/privacy", "/health/live", "/mijn"]


@pytest.mark.parametrize("url", PAGES)
def test_every_answer_carries_the_policy(browser, url):
    headers = browser().client.get(url).headers
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_signed_in_pages_leave_no_copy_behind(browser, make):
    assert browser(make.member()).get("/mijn").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_form_sent_by_another_site_is_refused(browser, make, site):
    answer = browser(make.member()).post("/uitloggen", headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403


@pytest.mark.parametrize("header", ["Origin", "Referer"])
def test_an_old_browser_is_judged_by_where_it_comes_from(browser, make, header):
    person = browser(make.member())
    assert person.post("/uitloggen", headers={header: "https://evil.example/x"}).status_code == 403
    assert person.post("/uitloggen", headers={header: "http://localhost/mijn"}).status_code == 303


def test_a_form_without_its_token_is_refused_and_keeps_the_text(browser, make):
    page = browser(make.member()).client.post("/melding", data={"explanation": "Dit is niet aardig"})
    assert page.status_code == 400
    assert "Dit is niet aardig" in page.text


def test_an_unknown_host_is_refused(browser):
    assert browser().client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_no_origin_may_read_across(browser):
    assert "Access-Control-Allow-Origin" not in browser().client.get("/", headers={"Origin": "https://a.nl"}).headers


def test_too_large_a_form_is_refused(browser, make):
    page = browser(make.member()).post("/melding", {"explanation": "x" * 300_000})
    assert page.status_code == 413
