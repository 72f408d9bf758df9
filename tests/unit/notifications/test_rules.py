"""Names of mails, values of headers, addresses, links."""

import pytest

from b2b.notifications.rules import UnknownMail, event_name, is_address, job_label, linked, one_line, read_job


@pytest.mark.parametrize("name", ["joined", "post-placed", "review-went-up"])
def test_a_mail_is_named_in_kebab_case(name):
    assert event_name(name) == name


@pytest.mark.parametrize(
    "name", ["", "../secret", "Post", "post_placed", "post--placed", "-post", "a" * 65, "post/x"]
)
def test_what_is_no_name_finds_no_mail(name):
    with pytest.raises(UnknownMail):
        event_name(name)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a\r\nBcc: b", "a Bcc: b"), ("  a \t b ", "a b"), ("a\x00b\x7f", "a b"), ("één", "één"), ("\n", "")],
)
def test_a_header_is_one_line(text, line):
    assert one_line(text) == line


@pytest.mark.parametrize("address", ["a@b.nl", "a.b+c@d-e.nl", "zoë@voorbeeld.nl", "x@localhost"])
def test_an_address_can_be_sent_to(address):
    assert is_address(address)


@pytest.mark.parametrize(
    "address",
    ["", "a", "@b.nl", "a@", "a b@c.nl", "a@b.nl\n", "a@b.nl,c@d.nl", "<a@b.nl>", "a@b\x00.nl", "a" * 250 + "@b.nl"],
)
def test_what_could_say_more_than_one_thing_is_no_address(address):
    assert not is_address(address)


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("Ga naar http://a.nl/b?c=1.", ["http://a.nl/b?c=1"]),
        ("(https://a.nl/x), https://b.nl!", ["https://a.nl/x", "https://b.nl"]),
        ('http://a.nl/"onclick=x', ["http://a.nl/"]),
        ("javascript:alert(1) data:text/html,x //a.nl", []),
    ],
)
def test_only_web_addresses_become_links(line, links):
    pieces = linked(line)
    assert [piece for piece, is_link in pieces if is_link] == links
    assert "".join(piece for piece, _ in pieces) == line


@pytest.mark.parametrize(
    ("kind", "label"), [("mail:send", "Mail aan een bewoner"), ("purge:jobs", "Opruimen wat oud is"), ("x:y", "x:y")]
)
def test_a_kind_of_job_has_a_name_for_people(kind, label):
    assert job_label(kind) == label


@pytest.mark.parametrize(("typed", "job"), [("", None), ("12", 12), ("-1", 0), ("x", 0), ("9" * 19, 0), ("١", 0)])
def test_the_key_of_a_job_is_read_with_care(typed, job):
    assert read_job(typed) == job
