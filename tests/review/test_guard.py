"""Who may ask, tried over HTTP: other sites, other machines' names, other users, and paths that are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import sites
from tests.conftest import write_site
from tests.review.serving import Browser, Serving, Shown, serving

PAGES = {"source_en/a.md": "# One\n\nTwo words.\n", "source_en/b/c.md": "Three.\n"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    root = write_site(tmp_path_factory.mktemp("site"), PAGES)
    sites.go(root)
    with serving(root) as found:
        yield found


@pytest.fixture(scope="module")
def browser(served: Serving) -> Browser:
    return served.browser()


@pytest.fixture
def page(browser: Browser) -> Shown:
    return browser.page("a.md")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "10.0.0.1", "localhost.evil", ""])
@pytest.mark.parametrize("path", ["/", "/api/site", "/static/main.js", "/nothing"])
def test_no_other_name_leads_here(browser: Browser, host: str, path: str) -> None:
    assert browser.get(path, Host=host).status == 400


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
def test_the_names_of_this_machine_do(browser: Browser, name: str) -> None:
    port = browser.host.rpartition(":")[2]
    assert browser.get("/api/site", Host=f"{name}:{port}").status == 200
    # At the other end of a tunnel the port is another one.
    assert browser.get("/api/site", Host=f"{name}:1234").status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X_Translate_Token": ""}, 403),
        ({"X_Translate_Token": "x" * 43}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Type": ""}, 415),
        ({"Cookie": ""}, 401),
        ({"Cookie": "translate-1=x"}, 401),
    ],
    ids=str,
)
def test_only_our_own_page_changes_anything(page: Shown, headers: dict[str, str], status: int) -> None:
    unit = page.unit("One")
    said = {**page.about(unit), "target": "Een", "approve": True}

    for path in ("/api/save", "/api/undo", "/api/check"):
        answer = page.browser.post(path, said, **headers)
        assert answer.status == status
        assert set(answer.json) == {"message", "hint"}
    assert page.browser.page("a.md").unit("One") == unit


def test_nothing_is_read_without_a_cookie(served: Serving, browser: Browser) -> None:
    stranger = Browser(served.host)

    for path in ("/", "/p/a", "/api/site", "/api/pulse", "/preview/a", "/static/main.js"):
        assert stranger.get(path).status == 401
    assert b"open the address that the terminal shows" in stranger.get("/").body
    assert browser.get("/api/site").status == 200


def test_an_address_lets_in_one_browser_and_the_next_one_is_printed(tmp_path: Path) -> None:
    root = write_site(tmp_path, PAGES)
    with serving(root) as served:
        first, second = served.browser(), Browser(served.host)

        assert second.enter(served.address).status == 401
        again = served.printed()
        assert again != served.address
        assert second.enter(again).status == 302
        assert first.get("/api/site").status == second.get("/api/site").status == 200


def test_the_cookie_is_for_our_pages_alone(served: Serving) -> None:
    stranger = Browser(served.host)
    stranger.get("/")
    cookie = stranger.enter(served.printed()).headers["Set-Cookie"]

    assert cookie.startswith(f"translate-{served.host.rpartition(':')[2]}=")
    assert {part.strip() for part in cookie.split(";")[1:]} == {"HttpOnly", "Path=/", "SameSite=Strict"}


def test_a_link_from_elsewhere_is_followed_from_a_page_of_ours(served: Serving) -> None:
    """Browsers keep a strict cookie back when another site's page has led here."""
    stranger = Browser(served.host, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"})

    first = stranger.get("/p/a?l=nl")
    assert (first.status, first.headers["Refresh"]) == (200, "0; url=/p/a?l=nl&again=1")
    assert stranger.get("/p/a?l=nl&again=1").status == 401
    assert stranger.get("/p/a?l=nl", Sec_Fetch_Mode="no-cors").status == 401
    assert stranger.post("/api/save", {}).status == 401


@pytest.mark.parametrize(
    "path",
    [
        "/api/page/..%2f..%2ftranslate.toml",
        "/api/page/a.md",
        "/api/page/source_en%2fa.md",
        "/p/%2e%2e",
        "/preview/..%2fa",
        "/static/..%2fserver.py",
        "/static/../server.py",
        "/static/%2e%2e/server.py",
        "/static//etc/passwd",
        "/api/nothing",
    ],
)
def test_nothing_but_the_pages_has_an_address(browser: Browser, path: str) -> None:
    assert browser.get(path).status == 404


def test_a_page_is_asked_for_in_a_locale_of_the_site(browser: Browser, page: Shown) -> None:
    assert browser.get(f"/api/page/{page.answer['id']}?l=de").status == 404
    assert browser.get(f"/preview/{page.answer['id']}?l=../nl").status == 404
    assert browser.get("/api/pulse?l=xx").status == 404


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([], 400),
        ({}, 400),
        ({"page": "a", "locale": "nl", "key": "x", "base": "y", "target": 1, "approve": True}, 404),
        ({"page": 1, "locale": "nl", "key": "x", "base": "y", "target": "z", "approve": True}, 400),
    ],
    ids=str,
)
def test_what_is_no_edit_changes_nothing(browser: Browser, said: object, status: int) -> None:
    assert browser.post("/api/save", said).status == status


def test_a_request_is_not_larger_than_a_text(browser: Browser, page: Shown) -> None:
    assert page.save(page.unit("One"), "x" * 2_000_000).status == 413
    assert (
        browser.ask("POST", "/api/save", b"{", Content_Type="application/json", X_Translate_Token=browser.token).status
        == 400
    )


def test_every_answer_keeps_the_browser_from_what_we_never_do(browser: Browser, page: Shown) -> None:
    address = page.answer["id"]
    paths = ("/", f"/p/{address}", "/api/site", "/static/main.js", "/nothing", f"/preview/{address}")
    answers = {path: browser.get(path) for path in paths}

    for path, answer in answers.items():
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Access-Control-Allow-Origin" not in answer.headers
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
    assert answers[f"/preview/{address}"].headers["Content-Security-Policy"].startswith("sandbox allow-same-origin;")
    assert "script-src" not in answers[f"/preview/{address}"].headers["Content-Security-Policy"]
    assert "require-trusted-types-for 'script'" in answers[f"/p/{address}"].headers["Content-Security-Policy"]
