"""Programs that read what a check prints, as far as a test has to understand it: each finding as place and message."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from click import unstyle


class Told(NamedTuple):
    """A finding as a reader has understood it."""

    code: str
    path: str
    line: int
    message: str

    @property
    def locale(self) -> str:
        """Return the locale that a message about a stale or missing text names."""
        found = re.search(r"the (\w+) translation is older|is not in (\w+) yet", self.message)
        assert found, self.message
        return found[1] or found[2]


@dataclass(frozen=True, slots=True)
class Command:
    """A workflow command of GitHub Actions."""

    name: str
    properties: Mapping[str, str]
    data: str


def commands(text: str) -> Iterator[Command]:
    """Yield workflow commands as the runner reads them (actions/runner, ActionCommand.cs: `TryParseV2`)."""
    for line in text.split("\n"):
        if not line.strip():
            continue
        found = re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line)
        assert found, line
        pairs = [pair.split("=", 1) for pair in (found[2] or "").split(",") if pair]
        escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
        properties = {name: _unescaped(value, escapes) for name, value in pairs}
        yield Command(found[1], properties, _unescaped(found[3], {key: escapes[key] for key in ("%0D", "%0A", "%25")}))


def _unescaped(text: str, escapes: Mapping[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text


def lines(text: str) -> Iterator[Told]:
    for line in unstyle(text).splitlines():
        if found := re.fullmatch(r"(\S.*?)(?::(\d+))?: (\w\d{3}) (?:error|warning|info) (.*)", line):
            yield Told(found[3], found[1], int(found[2] or 0), found[4])


def github(text: str) -> Iterator[Told]:
    for command in commands(text):
        line = int(command.properties.get("line", 0))
        yield Told(command.properties["title"][:4], command.properties["file"], line, command.data.split("\n")[0])


def gitlab(text: str) -> Iterator[Told]:
    for entry in json.loads(text):
        place = entry["location"]
        yield Told(entry["check_name"], place["path"], place["lines"]["begin"], entry["description"])


def sarif(text: str) -> Iterator[Told]:
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        path = unquote(place["artifactLocation"]["uri"])
        yield Told(result["ruleId"], path, place["region"]["startLine"], result["message"]["text"].split("\n")[0])


def junit(text: str) -> Iterator[Told]:
    for case in ET.fromstring(text).iter("testcase"):  # noqa: S314 # we wrote it
        for failure in case.iter("failure"):
            for line in (failure.text or "").split("\n"):
                if found := re.fullmatch(r"(\S.*?)(?::(\d+))?: (.*)", line):
                    yield Told(case.attrib["name"][:4], found[1], int(found[2] or 0), found[3])


def as_json(text: str) -> Iterator[Told]:
    for each in json.loads(text)["results"]:
        yield Told(each["code"], each["path"], each["line"], each["message"])


def markdown(text: str) -> Iterator[Told]:
    for line in text.split("\n"):
        if line.startswith("<details>"):
            yield from lines(_shown(line.partition("</summary>")[0], code=": {} warning"))


def _shown(html: str, code: str) -> str:
    """Return what a summary shows, in the form of a line of text."""
    reader = _Reader()
    reader.feed(html)
    place, told = reader.texts
    rule, _, message = told.strip().partition(" ")
    return f"{place}{code.format(rule)} {message}"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


READERS: Mapping[str, Callable[[str], Iterator[Told]]] = {
    "full": lines,
    "concise": lines,
    "github": github,
    "gitlab": gitlab,
    "sarif": sarif,
    "junit": junit,
    "json": as_json,
    "markdown": markdown,
}
