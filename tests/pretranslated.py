"""Sites to be pretranslated by the real command, and the loopback services that it is to ask."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from tests.services import deepl_api, libretranslate_api, openai_api
from tests.services.deepl_api import DeepLServer
from tests.services.libretranslate_api import LibreTranslateServer
from tests.services.openai_api import OpenAIServer
from tests.services.service import Service
from translate.catalog.po import read
from translate.cli import main
from translate.model import Unit

EXAMPLE = Path(__file__).parents[1]
COMMAND = [sys.executable, "-m", "translate"]


_NONE = dict.fromkeys(("DEEPL_AUTH_KEY", "DEEPL_API_KEY", "DEEPL_SERVER_URL"), "")


def environment(server: Service | None) -> dict[str, str]:
    """Return the variables of a person who has a key for the service, or none."""
    match server:
        case DeepLServer():
            return {**_NONE, "DEEPL_AUTH_KEY": deepl_api.KEY, "DEEPL_SERVER_URL": server.url}
        case OpenAIServer():
            return {**_NONE, "OPENAI_API_KEY": openai_api.KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
        case LibreTranslateServer():
            return {**_NONE, "LIBRETRANSLATE_URL": server.url, "LIBRETRANSLATE_API_KEY": libretranslate_api.KEY}
    return _NONE


def pretranslate(root: Path, server: Service | None, *arguments: str, first: tuple[str, ...] = ()) -> Result:
    """Run the command on a site, in this process."""
    command = ["-C", str(root), *first, "pretranslate", *arguments]
    return CliRunner().invoke(main, command, env=environment(server), prog_name="translate")


def started(root: Path, server: DeepLServer, *arguments: str) -> subprocess.Popen[str]:
    """Start the command on a site, in a process of its own."""
    return subprocess.Popen(
        [*COMMAND, "pretranslate", *arguments],
        cwd=root,
        env={**os.environ, **environment(server)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def example(root: Path, settings: Mapping[str, str] = {}) -> Path:
    """Copy the example site, with some texts of its settings replaced."""
    for folder in ("source_en", "locales"):
        shutil.copytree(EXAMPLE / folder, root / folder)
    text = (EXAMPLE / "translate.toml").read_text()
    for old, new in settings.items():
        assert old in text
        text = text.replace(old, new)
    (root / "translate.toml").write_text(text)
    return root


def files(root: Path, folder: str = "") -> dict[str, bytes]:
    """Return what lies in a site, without what a run keeps for itself."""
    found = (path for path in (root / folder).rglob("*") if path.is_file())
    paths = ((path.relative_to(root).as_posix(), path) for path in found)
    return {name: path.read_bytes() for name, path in paths if not name.startswith(".translate/")}


def units(root: Path, locale: str) -> dict[tuple[str, str, str], Unit]:
    """Return every active unit of a locale by page, context and source."""
    folder = root / "locales" / locale
    return {
        (path.relative_to(folder).as_posix(), *unit.key): unit
        for path in sorted(folder.rglob("*.po"))
        for unit in read(path.read_bytes(), path=path.name, locale=locale, page="").active()
    }
