"""The forms that a check can be shown in; what one needs is imported when it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from translate.inspection import Inspection
    from translate.report.view import View


class Format(NamedTuple):
    """A form, and who reads it."""

    module: str
    """The file of this folder whose `render` makes it."""
    machine: bool
    """Whether a program reads it: nothing else may stand beside it, and every finding stands alone."""

    def render(self, found: Inspection, view: View) -> str:
        """Return the findings in this form, without a last line end; the same for the same findings."""
        render: Callable[[Inspection, View], str] = import_module(f"translate.report.{self.module}").render
        return render(found, view)


FORMATS: Mapping[str, Format] = {
    "full": Format("full", machine=False),
    "concise": Format("concise", machine=False),
    "github": Format("github", machine=True),
    "gitlab": Format("gitlab", machine=True),
    "sarif": Format("sarif", machine=True),
    "junit": Format("junit", machine=True),
    "json": Format("check_json", machine=True),
    "markdown": Format("markdown", machine=True),
}
