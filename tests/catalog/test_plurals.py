"""The plural forms are those of CLDR, as Babel ships it."""

from __future__ import annotations

import gettext
import re
import subprocess
from pathlib import Path

import pytest
from babel import Locale

from translate.catalog.plurals import FORMS, plural_forms

USUAL = "af bg ca da de el en eo es et eu fi fur gl hu it ka kk ku ml mn mr nb ne nl nn no sq sv sw ta te tk tr ug uz"
NUMBERS = range(203)


def forms(locale: str) -> list[int]:
    value = re.fullmatch(r"nplurals=(\d); plural=(.*);", plural_forms(locale))
    assert value
    found = [gettext.c2py(value[2])(number) for number in NUMBERS]
    assert set(found) == set(range(int(value[1])))
    return found


def same_partition(left: list[int], right: list[str]) -> bool:
    return len(set(zip(left, right, strict=True))) == len(set(left)) == len(set(right))


@pytest.mark.parametrize("locale", [*sorted(FORMS), *USUAL.split(), "pt-BR", "sr-Latn", "zh-Hans-CN", "nl_BE"])
def test_numbers_fall_into_the_groups_of_cldr(locale: str) -> None:
    cldr = Locale.parse(locale.replace("-", "_"))

    assert same_partition(forms(locale), [cldr.plural_form(number) for number in NUMBERS])


def test_an_unknown_locale_takes_the_usual_rule() -> None:
    assert plural_forms("tlh") == plural_forms("nl") == "nplurals=2; plural=(n != 1);"


def test_msgfmt_understands_every_rule(tmp_path: Path) -> None:
    for number, locale in enumerate(sorted(FORMS)):
        fields = f"Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: {plural_forms(locale)}\\n"
        (tmp_path / f"{number}.po").write_text(f'msgid ""\nmsgstr "{fields}"\n')
    for rule in tmp_path.glob("*.po"):
        done = subprocess.run(["msgfmt", "-o", "/dev/null", rule], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
