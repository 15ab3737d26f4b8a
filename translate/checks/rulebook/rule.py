"""A rule, as it is explained to people."""

from __future__ import annotations

from typing import NamedTuple

from translate.model import Severity

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


class Rule(NamedTuple):
    """What `translate rule CODE` tells about a code."""

    code: str
    title: str
    """What is the matter, in a few words."""
    severity: Severity
    meaning: str
    example: str
    fix: str
