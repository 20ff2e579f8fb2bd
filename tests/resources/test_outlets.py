from __future__ import annotations

from tripoint.resources import outlets


def test_every_outlet_has_a_kind_and_a_source() -> None:
    table = outlets.all_outlets()
    assert len(table) >= 60
    assert all(outlet.kind in outlets.KINDS and outlet.source for outlet in table)


def test_no_name_or_domain_stands_twice() -> None:
    table = outlets.all_outlets()
    names = [outlet.name for outlet in table]
    domains = [domain for outlet in table for domain in outlet.domains]
    assert len(names) == len(set(names))
    assert len(domains) == len(set(domains))


def test_an_outlet_is_found_by_name_alias_domain_or_its_first_label() -> None:
    for told in ("Reuters", "THOMSON REUTERS", "reuters.com"):
        found = outlets.find(told)
        assert found is not None and found.name == "Reuters"
    found = outlets.find("jordantimes")
    assert found is not None and found.name == "The Jordan Times"
    assert outlets.find("The Nowhere Gazette") is None


def test_an_address_under_a_known_domain_names_the_outlet_and_a_lookalike_does_not() -> None:
    found = outlets.by_url("https://www.english.sana.sy/?p=1")
    assert found is not None and found.name == "SANA"
    assert outlets.by_url("https://notsana.sy.example/1") is None
    assert outlets.by_url("http://[broken") is None
