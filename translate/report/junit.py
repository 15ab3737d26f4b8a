"""`--output-format junit`: JUnit's XML, for Jenkins, GitLab and whatever else shows test results.

Sources: the schema of the Jenkins xUnit plugin; GitLab's "Unit test reports", which shows `classname` as the suite,
and the first only of two cases that share `classname` and `name`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import product
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from translate.checks.rules import RULES
from translate.inspection import Inspection
from translate.model import Finding, Severity
from translate.report.plain import details, place, printable
from translate.report.view import View

_Case = tuple[str, str]
"""A locale and the code of a rule."""

_OF_THE_SITE = {"S005", "S006", "S009"}
"""Rules about no single page: their cases stand in a suite of their own."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(found: Inspection, view: View) -> str:
    """Return a suite for the site and for each page, in it a case for each locale and rule that was looked at.

    A case fails by errors and warnings; notes are its output.
    """
    found_in: defaultdict[str, defaultdict[_Case, list[Finding]]] = defaultdict(lambda: defaultdict(list))
    for finding in found.findings:
        found_in[finding.page][finding.locale or found.source_locale, finding.code].append(finding)
    root = Element("testsuites", name="translate")
    whole = [code for code in found.rules if code in _OF_THE_SITE]
    single = [code for code in found.rules if code not in _OF_THE_SITE]
    suites = {"": [*product(found.locales, whole)], **{page: [*product(found.locales, single)] for page in found.pages}}
    for name, cases in found_in.items():
        suites[name] = [*dict.fromkeys([*suites.get(name, ()), *cases])]
    for name, wanted in suites.items():
        root.append(_suite(name or found.project, wanted, found_in.get(name, {}), view.folder))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode")


def _suite(name: str, cases: Sequence[_Case], findings: Mapping[_Case, Sequence[Finding]], folder: str) -> Element:
    # Viewers take the dots of a class for its packages, so only folders become dots.
    package = name.replace(".", "_").replace("/", ".")
    suite = Element("testsuite", name=_text(name), tests=str(len(cases)))
    for locale, code in cases:
        suite.append(_case(f"{locale}.{package}", code, findings.get((locale, code), ()), folder))
    failures = sum(case.find("failure") is not None for case in suite)
    suite.attrib |= {"failures": str(failures), "errors": "0", "skipped": "0"}
    return suite


def _case(classname: str, code: str, findings: Sequence[Finding], folder: str) -> Element:
    case = Element("testcase", classname=_text(classname), name=f"{code} {RULES[code].title}")
    failures = [finding for finding in findings if finding.severity is not Severity.INFO]
    notes = [finding for finding in findings if finding.severity is Severity.INFO]
    if failures:
        case.set("file", _text(folder + failures[0].path))
        more = f" (+{len(failures) - 1} more)" if len(failures) > 1 else ""
        severity = failures[0].severity.value
        failure = SubElement(case, "failure", type=severity, message=_text(printable(failures[0].message) + more))
        failure.text = _listed(failures, folder)
    if notes:
        SubElement(case, "system-out").text = _listed(notes, folder)
    return case


def _listed(findings: Sequence[Finding], folder: str) -> str:
    lines = ["\n    ".join([f"{place(each, folder)}: {printable(each.message)}", *details(each)]) for each in findings]
    return _text("\n".join(lines))


def _text(text: str) -> str:
    """Return a text without what XML 1.0 cannot hold, escaped or not (section 2.2)."""
    return _NOT_XML.sub("\ufffd", text)
