"""Who is let through, and what stands on every answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tripoint.api import accounts
from tripoint.api.access import TRIES
from tripoint.api.accounts import Account
from tripoint.api.application import application
from tripoint.errors import InputError

C = "/api/cases/small.case"
HOST = "http://127.0.0.1:8321"


def error(answer: Any) -> str:
    told = answer.json()["error"]
    assert set(told) == {"code", "message", "hint"}
    return str(told["code"])


@pytest.fixture
def people() -> dict[str, Account]:
    known = {"ada": "admin", "rosa": "reviewer", "rick": "reader"}
    return {name: accounts.account(name, role, f"{name} has a long one") for name, role in known.items()}


@pytest.fixture
def asking(own_case: Path, people: dict[str, Account]) -> TestClient:
    """A server that asks for passwords."""
    app = application([own_case], accounts=people)
    return TestClient(app, base_url=HOST, raise_server_exceptions=False)


def login(client: TestClient, name: str, password: str | None = None) -> Any:
    token = client.get("/api/session").json()["token"]
    told = {"user": name, "password": f"{name} has a long one" if password is None else password}
    answer = client.post("/api/login", json=told, headers={"X-Tripoint-Token": token})
    if answer.status_code == 200:
        client.headers["X-Tripoint-Token"] = answer.json()["token"]
    return answer


@pytest.mark.parametrize("address", ["/", "/api/cases", "/api/nothing", f"{C}/events", "/any/view"])
def test_every_answer_carries_the_policy(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8321", "", "[::1", "10.0.0.9", "localhost@x"])
def test_another_name_for_this_server_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/api/cases", headers={"Host": host})
    assert (answer.status_code, error(answer)) == (403, "unknown_host")


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321", "LOCALHOST"])
def test_this_machine_is_known_by_its_names(client: TestClient, host: str) -> None:
    assert client.get("/api/cases", headers={"Host": host}).status_code == 200


def test_a_change_needs_the_token_and_this_very_site(serve: Any, own_case: Path) -> None:
    client = serve(own_case)
    event = client.get(f"{C}/events").json()["items"][0]["id"]
    told = {"act": "accept", "ids": [event], "who": "me", "why": "seen"}
    assert error(client.post(f"{C}/decisions", json=told)) == "forbidden"
    assert error(client.post(f"{C}/decisions", json=told, headers={"X-Tripoint-Token": "wrong"})) == "forbidden"
    token = {"X-Tripoint-Token": client.get("/api/session").json()["token"]}
    for site in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        assert error(client.post(f"{C}/decisions", json=told, headers={**token, **site})) == "cross_site"
    plain = client.post(f"{C}/decisions", content=str(told), headers={**token, "Content-Type": "text/plain"})
    assert plain.status_code == 422
    assert client.get(f"{C}/decisions").json()["items"] == []
    assert client.post(f"{C}/decisions", json=told, headers={**token, "Origin": HOST}).status_code == 201


def test_too_much_gets_one_clear_answer(client: TestClient) -> None:
    long = client.get("/api/cases?" + "q=" + "x" * 20_000)
    assert (long.status_code, error(long)) == (414, "too_long")
    token = {"X-Tripoint-Token": client.get("/api/session").json()["token"]}
    large = client.post(f"{C}/decisions", content=b"x" * 1_000_001, headers=token)
    assert (large.status_code, error(large)) == (413, "too_large")
    piecemeal = client.post(f"{C}/decisions", content=iter([b"x"]), headers=token)
    assert (piecemeal.status_code, error(piecemeal)) == (411, "length_needed")


def test_nothing_is_read_before_a_login(asking: TestClient) -> None:
    told = asking.get("/api/session").json()
    assert (told["user"], told["login"], told["cases"]) == (None, True, [])
    for address in ("/api/cases", C, f"{C}/events", f"{C}/exports/csv", f"{C}/stream", "/api/nothing"):
        answer = asking.get(address)
        assert (answer.status_code, error(answer)) == (401, "login_needed")
    assert login(asking, "rick").json()["role"] == "reader"
    assert asking.get(f"{C}/events").status_code == 200
    assert asking.post("/api/logout").json()["user"] is None
    assert asking.get(f"{C}/events").status_code == 401


def test_the_session_is_a_cookie_that_no_script_and_no_other_site_uses(asking: TestClient) -> None:
    cookie = login(asking, "rick").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie


def test_roles_decide_what_one_may_do(asking: TestClient) -> None:
    login(asking, "rick")
    event = asking.get(f"{C}/events").json()["items"][0]["id"]
    told = {"act": "accept", "ids": [event], "who": "somebody else", "why": "seen"}
    assert error(asking.post(f"{C}/decisions", json=told)) == "forbidden"
    assert error(asking.post(f"{C}/rebuild")) == "forbidden"
    asking.post("/api/logout")
    login(asking, "rosa")
    assert asking.post(f"{C}/decisions", json=told).json()["who"] == "rosa"
    assert error(asking.post(f"{C}/rebuild")) == "forbidden"


def test_wrong_passwords_end_in_waiting(asking: TestClient) -> None:
    for _ in range(TRIES):
        assert error(login(asking, "rick", "wrong")) == "login_failed"
    answer = login(asking, "rick")
    assert (answer.status_code, error(answer)) == (429, "too_many")
    assert int(answer.headers["Retry-After"]) > 0


def test_a_name_that_nobody_has_is_told_like_a_wrong_password(asking: TestClient) -> None:
    assert login(asking, "nobody", "x").json() == login(asking, "rick", "x").json()


def test_passwords_are_kept_as_salted_hashes(tmp_path: Path) -> None:
    file = tmp_path / "users.json"
    accounts.write(file, {name: accounts.account(name, "reader", "the same one") for name in ("a", "b")})
    text = file.read_text(encoding="utf-8")
    assert "the same one" not in text
    known = accounts.read(file)
    assert known["a"].secret != known["b"].secret
    assert accounts.is_password_of("the same one", known["a"])
    assert not accounts.is_password_of("another one", known["a"])
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("role, password", [("king", "long enough"), ("reader", "short")])
def test_a_weak_account_is_refused(role: str, password: str) -> None:
    with pytest.raises(InputError):
        accounts.account("a", role, password)
