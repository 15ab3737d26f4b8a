"""Fingerprints of findings, by which programs know a finding of an earlier check again."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from translate.model import Finding


def fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a name of 32 hexadecimal digits that no other has.

    It is made from what the finding is about (rule, locale, page, context and source text, or the file), not from
    where that stands: a paragraph that moves keeps it. Findings that share all of this are numbered in their order.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        subject = finding.source or finding.path
        about = json.dumps([finding.code, finding.locale, finding.page, finding.context, subject])
        seen[about] += 1
        yield finding, sha256(f"{about}{seen[about]}".encode()).hexdigest()[:32]
