"""The review over HTTP, for one person on their own machine; the only file that knows Flask."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from errno import EACCES, EADDRINUSE, EDQUOT, ENOSPC
from functools import partial
from html import escape
from http import HTTPStatus
from importlib.resources import files
from threading import Lock
from typing import Any, TypeVar
from urllib.parse import quote, urlencode

from flask import Flask, Response, abort, redirect, render_template, request
from werkzeug import Response as BaseResponse
from werkzeug.exceptions import HTTPException
from werkzeug.serving import WSGIRequestHandler, make_server

from translate.discovery import Scope
from translate.errors import CatalogError, LockError, PageError, TranslateError, UsageError
from translate.review import answers, guard, saving
from translate.review.desk import Desk
from translate.review.entry import findings_json
from translate.review.guard import Keys, Refusal
from translate.review.history import History
from translate.review.preview import preview
from translate.review.saving import Saved, Text
from translate.site import Site

_Value = TypeVar("_Value", str, bool)

_HOST = "127.0.0.1"
_LARGEST = 1 << 20
"""Bytes of a request; a text of a page is far shorter."""
_WAY_IN = "open the address that the terminal shows"


def serve(site: Site, scope: Scope, port: int, announce: Callable[[str], None]) -> None:
    """Serve a site until somebody interrupts; a save that has begun is finished first.

    `announce` is given the address that lets a browser in, and a new one whenever a browser comes without. Port 0 is
    any free one. Raises UsageError for a port that cannot be had.
    """
    with _bound(port) as listening:
        port = listening.getsockname()[1]
        keys = Keys(cookie=f"translate-{port}")

        def invite() -> None:
            announce(f"http://{_HOST}:{port}/?t={keys.ticket}")

        review = _Review(Desk(site, scope), keys, invite)
        app = review.application()
        server = make_server(_HOST, port, app, threaded=True, request_handler=_Silent, fd=listening.fileno())
        review.remind()
        try:
            server.serve_forever()
        finally:
            review.busy.acquire()


def _bound(port: int) -> socket.socket:
    try:
        return socket.create_server((_HOST, port))
    except OSError as error:
        if error.errno not in {EADDRINUSE, EACCES}:
            raise
        why = "is in use" if error.errno == EADDRINUSE else "may not be used by you"
        raise UsageError(f"port {port} {why}", hint="choose another one, or none for any that is free") from error


class _Silent(WSGIRequestHandler):
    """Keeps the terminal for what a person has to know."""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 # as the server calls it
        """Say nothing of requests."""


class _Review:
    """What is answered to each request; one at a time, since they share the desk."""

    def __init__(self, desk: Desk, keys: Keys, invite: Callable[[], None]) -> None:
        self.desk = desk
        self.keys = keys
        self.invite = invite
        self.shown = ""
        """The ticket whose address is on the terminal."""
        self.history = History()
        self.busy = Lock()

    def application(self) -> Flask:
        """Return the application: who may ask is looked at before anything else."""
        app = Flask(__name__)
        app.config["MAX_CONTENT_LENGTH"] = _LARGEST
        app.url_map.merge_slashes = False
        app.before_request(self.admit)
        app.after_request(_protected)
        app.register_error_handler(HTTPException, _refused)
        app.register_error_handler(TranslateError, _troubled)
        for rule, (method, answer) in _ROUTES.items():
            app.add_url_rule(rule, answer.__name__, partial(self.answer, answer), methods=[method])
        app.add_url_rule("/palette.css", "palette", _palette)
        return app

    def admit(self) -> BaseResponse | None:
        """Refuse what is not ours, let a browser with a ticket in, and send away one that has no cookie."""
        _require(guard.stranger(request.headers))
        if request.path == "/" and self.keys.redeem(request.args.get("t", "")):
            answer = redirect("/")
            answer.set_cookie(self.keys.cookie, self.keys.session, httponly=True, samesite="Strict")
            return answer
        if not self.keys.open(request.cookies.get(self.keys.cookie, "")):
            followed = request.method == "GET" and guard.came_from_elsewhere(request.headers)
            if followed and "again" not in request.args:
                return _once_more()
            self.remind()
            abort(HTTPStatus.UNAUTHORIZED, "this browser has not been let in")
        if request.method not in {"GET", "HEAD"}:
            _require(guard.intruder(request.headers, self.keys))
        return None

    def remind(self) -> None:
        """Show the address that lets a browser in, unless it is shown already: an old window may ask on and on."""
        if self.shown != self.keys.ticket:
            self.shown = self.keys.ticket
            self.invite()

    def answer(self, answer: Callable[..., Any], **names: str) -> Any:
        """Answer a request when those before it are answered."""
        with self.busy:
            self.desk.look_around()
            return answer(self, **names)

    def start(self) -> Any:
        locale = self.locale()
        return redirect(f"/p/{answers.beginning(self.desk, locale)}?l={quote(locale)}")

    def shell(self, address: str) -> Any:
        self.name(address)
        return render_template("page.html", project=self.desk.site.project)

    def site(self) -> Any:
        return answers.site(self.desk, self.keys.token)

    def page(self, address: str) -> Any:
        return answers.page(self.desk, self.name(address), self.locale())

    def pulse(self) -> Any:
        return answers.pulse(self.desk, self.locale())

    def preview(self, address: str) -> Any:
        return preview(self.desk, self.name(address), self.locale())

    def check(self) -> Any:
        found = saving.judged(self.desk, self.text(), _typed())
        return ({}, HTTPStatus.GONE) if found is None else {"findings": findings_json(found)}

    def save(self) -> Any:
        text = self.text()
        result = saving.save(self.desk, text, _typed(), approve=_said("approve", bool))
        if isinstance(result, Saved):
            self.history.remember(text, result)
        return answers.saved(result)

    def undo(self) -> Any:
        text = self.text()
        before = self.history.before(text)
        if before is None:
            abort(HTTPStatus.NOT_FOUND, "nothing was saved here that could be taken back")
        result = saving.restore(self.desk, text, before)
        if isinstance(result, Saved):
            self.history.forget(text)
        return answers.saved(result)

    def text(self) -> Text:
        """Return the text that a request is about."""
        return Text(
            page=self.name(_said("page", str)),
            locale=self.locale(_said("locale", str)),
            address=_said("key", str),
            base=_said("base", str, ""),
        )

    def name(self, address: str) -> str:
        """Return the name of a page; 404 for an address that none has."""
        return self.desk.pages.get(address) or abort(HTTPStatus.NOT_FOUND, "there is no such page")

    def locale(self, wanted: str = "") -> str:
        """Return the locale that a request is about; the first one where it names none, 404 for an unknown one."""
        locales = self.desk.scope.locales
        locale = wanted or request.args.get("l") or locales[0]
        return locale if locale in locales else abort(HTTPStatus.NOT_FOUND, "there is no such locale")


_ROUTES: Mapping[str, tuple[str, Callable[..., Any]]] = {
    "/": ("GET", _Review.start),
    "/p/<address>": ("GET", _Review.shell),
    "/api/site": ("GET", _Review.site),
    "/api/page/<address>": ("GET", _Review.page),
    "/api/pulse": ("GET", _Review.pulse),
    "/api/check": ("POST", _Review.check),
    "/api/save": ("POST", _Review.save),
    "/api/undo": ("POST", _Review.undo),
    "/preview/<address>": ("GET", _Review.preview),
}


def _palette() -> Response:
    """Return the style sheet that the report has as well."""
    return Response(files("translate").joinpath("palette.css").read_bytes(), mimetype="text/css")


def _said(name: str, kind: type[_Value], otherwise: _Value | None = None) -> _Value:
    """Return what the JSON of a request says; 400 for what is missing or of another kind."""
    body = request.get_json()
    value = body.get(name, otherwise) if isinstance(body, dict) else None
    return value if isinstance(value, kind) else abort(HTTPStatus.BAD_REQUEST, f'"{name}" is missing')


def _typed() -> str:
    """Return the target that somebody has typed; 400 for characters that no text file can hold."""
    target = _said("target", str)
    if "\0" in target or target.encode(errors="replace") != target.encode(errors="surrogatepass"):
        abort(HTTPStatus.BAD_REQUEST, "the translation holds a character that is none")
    return target


def _require(refusal: Refusal | None) -> None:
    if refusal is not None:
        abort(refusal.status, refusal.message)


def _once_more() -> Response:
    """Return what has the browser ask again, from a page of ours: it keeps the cookie back from other sites' links."""
    query = urlencode({**request.args, "again": "1"})
    return Response(status=200, headers={"Refresh": f"0; url={quote(request.path)}?{query}"})


def _protected(answer: Response) -> Response:
    answer.headers.update(guard.protections(preview=request.path.startswith("/preview/")))
    return answer


def _refused(error: HTTPException) -> Any:
    """Tell why a request is not answered, to programs as JSON and to people as a page."""
    status, message = error.code or 500, error.description or error.name
    hint = _WAY_IN if status == HTTPStatus.UNAUTHORIZED else ""
    if request.path.startswith("/api/"):
        return {"message": message, "hint": hint}, status
    return f"<!doctype html><html lang=en><title>{status}</title><h1>{escape(message)}</h1><p>{hint}</p>", status


def _troubled(error: TranslateError) -> Any:
    """Tell what is wrong with the files of the site."""
    body: dict[str, Any] = {"message": str(error), "hint": error.hint}
    if isinstance(error, PageError | CatalogError):
        return {**body, "unreadable": answers.unreadable(error)}, HTTPStatus.LOCKED
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in {ENOSPC, EDQUOT}:
        return body, HTTPStatus.INSUFFICIENT_STORAGE
    busy = isinstance(error, LockError)
    return body, HTTPStatus.SERVICE_UNAVAILABLE if busy else HTTPStatus.INTERNAL_SERVER_ERROR
