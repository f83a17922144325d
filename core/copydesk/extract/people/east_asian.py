"""Bylines of Chinese, Japanese and Korean pages, which part no words and pad short names."""

import re

_HAN = "\u3005\u3400-\u9fff"
_HANGUL = "\uac00-\ud7a3"
NAME = re.compile(f"[{_HAN}]{{2,4}}|[{_HANGUL}]{{2,4}}")
"""A name that is written as one word."""

HAN_OR_HANGUL = re.compile(f"[{_HAN}{_HANGUL}]")
"""A letter of such a name."""

SIGNED = re.compile(
    rf"\W{{0,2}}[{_HANGUL}]{{2,4}}\s?(?:선임|인턴|수습|전문|객원)?\s?(?:기자|특파원|논설위원)(?![{_HANGUL}])"
)
"""A Korean name and, behind it, that it is a reporter's, which says as much as "By"."""

_PADDED = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ \u3000]+([{_HAN}])(?![{_HAN}])")
_REPORTER = re.compile(
    rf"(?:[{_HAN}]{{0,10}}[\s/·・]?)?(?:記者|记者|通讯员|通訊員|編譯|编译)[\s:：・]*(?=[{_HAN}]{{2}})"
)
_BEHIND = re.compile(
    r"\s+文$|\s*(?:撰文|編譯|编译|攝影|摄影|摄|記者|记者|(?:(?:선임|인턴|수습|전문|객원)\s?)?(?:기자|특파원|논설위원))$"
)
_REPORT = re.compile(f"[{_HAN}\\s]*(?:報導|报道|報道|[電电讯訊])")


def bare(line: str) -> str:
    """
    Take off what stands before and behind a name: ``本報記者王小明``, ``김철수 기자``.

    Returns:
        "" where the line says where a report is from; other scripts' names as they are.
    """
    if line.isascii() or HAN_OR_HANGUL.search(line) is None:
        return line
    if _REPORT.fullmatch(line):
        return ""
    line = _REPORTER.sub("", line, count=1)
    shorter = _BEHIND.sub("", line)
    return _PADDED.sub(r"\1\2", shorter if NAME.fullmatch(shorter) else line)
