"""The frame of every page: status, headers, errors."""


def test_an_unknown_page_is_a_dutch_404(browser):
    page = browser().get("/bestaat-niet")
    assert page.status_code == 404
    assert "niet" in page.text
