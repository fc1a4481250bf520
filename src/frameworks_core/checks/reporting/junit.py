"""Findings in the JUnit XML format: a test suite for each file, a test case for each finding.

A finding is a failed test where its severity reaches the one that fails the run; a milder one is a passed
test that says what was found. A file in order is one passed test.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from frameworks_core.checks.finding import SEVERITIES, Finding
from frameworks_core.checks.reporting import FileResult
from frameworks_core.exchange.plain_text import safe_text

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(results: Sequence[FileResult], *, fail_on: str = "error") -> str:
    """All test suites.

    Args:
        results: What was checked.
        fail_on: The mildest severity that counts as a failed test.
    """
    root = Element("testsuites", name="frameworks")
    for result in results:
        suite = SubElement(root, "testsuite", name=_text(result.shown_name))
        if result.problem is not None:
            case = _case(suite, result, "could be checked")
            SubElement(case, "error", type="problem", message=_text(result.problem))
        for finding in result.findings:
            _add(_case(suite, result, f"{finding.code} {finding.place}"), finding, fail_on)
        if not result.reported:
            _case(suite, result, "in order")
    for element in (*root, root):
        for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            element.set(name, str(sum(1 for _ in element.iter(tag))))
    indent(root)
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return data.decode("ascii") + "\n"


def _case(suite: Element, result: FileResult, name: str) -> Element:
    return SubElement(suite, "testcase", classname=_text(result.form or "document"), name=_text(name))


def _add(case: Element, finding: Finding, fail_on: str) -> None:
    text = f"{finding.place}: {finding.message}\nWhy: {finding.why}\nTo mend: {finding.fix}"
    if SEVERITIES.index(finding.severity) <= SEVERITIES.index(fail_on):
        told = SubElement(case, "failure", type=finding.severity, message=_text(finding.message))
    else:
        told = SubElement(case, "system-out")
        text = f"{finding.severity}: {text}"
    told.text = _text(text)


def _text(text: str) -> str:
    """The text with every character shown or removed that XML does not allow."""
    return _NOT_IN_XML.sub("", safe_text(text, multiline=True))
