"""What is believed of a provider: pure, so tried in every corner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from b2b.accounts.rules.break_glass import CODE_LETTERS, new_emergency_code, read_emergency_code
from b2b.accounts.rules.oidc import (
    Distrusted,
    Rule,
    first_name_in,
    groups_in,
    is_issuer,
    may_call,
    may_connect,
    roles_for,
    shows_second_factor,
)
from b2b.accounts.rules.passkeys import works_at
from b2b.authz.predicates import Role

ISSUER = "https://login.gemeente.example/tenant/v2.0"


@pytest.mark.parametrize(
    "url",
    [
        "https://login.gemeente.example/keys",
        "https://login.gemeente.example:443/keys?x=1",
        "https://keys.elsewhere.example/jwks",
    ],
)
def test_a_provider_may_be_called_at_its_own_addresses(url):
    issuer = ISSUER.replace(".example/", ".example:443/") if ":443" in url else ISSUER
    assert may_call(url, issuer, ["keys.elsewhere.example"], local=False)


@pytest.mark.parametrize(
    "url",
    [
        "http://login.gemeente.example/keys",
        "https://login.gemeente.example:8443/keys",
        "https://login.gemeente.example.evil.example/keys",
        "https://login.gemeente.example@evil.example/keys",
        "https://user:secret@login.gemeente.example/keys",
        "https://login.gemeente.example/keys#part",
        "https://keys.elsewhere.example:8443/jwks",
        "http://127.0.0.1/keys",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "//login.gemeente.example/keys",
        "https://login.gemeente.example:port/keys",
        "https://[",
        "",
    ],
)
def test_and_nowhere_else(url):
    assert not may_call(url, ISSUER, ["keys.elsewhere.example"], local=False)
    assert not may_call(url, ISSUER, ["keys.elsewhere.example"], local=True)


def test_without_https_a_provider_is_on_this_machine_and_only_in_a_demo():
    for issuer in ("http://127.0.0.1:9009", "http://localhost:9009", "http://[::1]:9009"):
        assert is_issuer(issuer, local=True)
        assert not is_issuer(issuer, local=False)
    assert not is_issuer("http://10.0.0.1", local=True)
    assert is_issuer(ISSUER, local=False)
    assert not is_issuer(f"{ISSUER}?tenant=x", local=False)


@pytest.mark.parametrize(
    ("address", "goes"),
    [
        ("145.100.1.1", True),
        ("10.1.2.3", True),
        ("2001:db8::1", True),
        ("127.0.0.1", False),
        ("::1", False),
        ("::ffff:127.0.0.1", False),
        ("169.254.169.254", False),
        ("::ffff:169.254.169.254", False),
        ("fe80::1%eth0", False),
        ("0.0.0.0", False),
        ("::", False),
        ("224.0.0.1", False),
    ],
)
def test_a_name_may_not_lead_to_this_machine_or_to_where_a_cloud_keeps_its_secrets(address, goes):
    assert may_connect(address, local=False) is goes


def test_groups_give_roles_and_an_administrator_is_one_everywhere():
    rules = [Rule("wijk", Role.COORDINATOR, 7), Rule("wijk", Role.MODERATOR, 7), Rule("top", Role.ADMINISTRATOR, 7)]
    assert roles_for(["wijk"], rules) == {(Role.COORDINATOR, 7), (Role.MODERATOR, 7)}
    assert roles_for(["top", "kantine"], rules) == {(Role.ADMINISTRATOR, None)}
    assert roles_for([], rules) == frozenset()


@pytest.mark.parametrize(
    ("claims", "claim", "groups"),
    [
        ({"groups": ["a", "b"]}, "groups", ["a", "b"]),
        ({"groups": "a"}, "groups", ["a"]),
        ({"realm_access": {"roles": ["a"]}}, "realm_access.roles", ["a"]),
        ({"https://x.example/groups": ["a"]}, "https://x.example/groups", ["a"]),
        ({"groups": ["a", 7, None, {"b": 1}]}, "groups", ["a"]),
        ({"groups": {"a": 1}}, "groups", []),
        ({"realm_access": 7}, "realm_access.roles", []),
        ({}, "groups", []),
    ],
)
def test_groups_are_found_where_the_municipality_says(claims, claim, groups):
    assert groups_in(claims, claim) == groups


def test_groups_that_were_left_out_are_not_taken_for_none():
    with pytest.raises(Distrusted):
        groups_in({"_claim_names": {"groups": "src1"}}, "groups")


@pytest.mark.parametrize(
    ("claims", "shows"),
    [
        ({"amr": ["pwd", "mfa"]}, True),
        ({"acr": "mfa"}, True),
        ({"amr": ["pwd"]}, False),
        ({"amr": "mfa"}, False),
        ({"acr": ["mfa"]}, False),
        ({"acr": None, "amr": [["mfa"]]}, False),
        ({}, False),
    ],
)
def test_a_second_factor_is_shown_by_acr_or_amr(claims, shows):
    assert shows_second_factor(claims, ["mfa"]) is shows


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ({"given_name": "Ruben", "name": "R. van Dam"}, "Ruben"),
        ({"name": "Els de Boer"}, "Els"),
        ({"given_name": 7}, "Medewerker"),
        ({"given_name": "  ", "name": ""}, "Medewerker"),
        ({"given_name": "x" * 90}, "x" * 40),
        ({}, "Medewerker"),
    ],
)
def test_a_new_colleague_has_a_name(claims, name):
    assert first_name_in(claims, 40) == name


@given(st.dictionaries(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists)))
def test_no_claims_at_all_make_it_stumble(claims):
    claims.pop("_claim_names", None)
    assert isinstance(groups_in(claims, "groups"), list)
    assert first_name_in(claims, 40)
    assert shows_second_factor(claims, ["mfa"]) in (True, False)


@given(st.text(max_size=100))
def test_any_address_can_be_judged(url):
    assert may_call(url, ISSUER, [], local=False) in (True, False)


def test_an_emergency_code_is_read_as_it_was_written():
    code = new_emergency_code()
    assert len(code.replace("-", "")) == CODE_LETTERS
    assert read_emergency_code(code) == code
    assert read_emergency_code(f" {code.lower().replace('-', '')} ") == code
    assert new_emergency_code() != code


@given(st.text(max_size=80))
def test_whatever_is_typed_is_a_code_or_nothing(typed):
    read = read_emergency_code(typed)
    assert read is None or read_emergency_code(read) == read


@pytest.mark.parametrize(
    ("host", "works"), [("localhost", True), ("buurt.example", True), ("127.0.0.1", False), ("[::1]", False)]
)
def test_passkeys_need_a_name(host, works):
    assert works_at(host) is works
