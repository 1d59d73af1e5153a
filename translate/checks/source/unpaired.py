"""A quotation mark or bracket without its partner."""

import re
from collections.abc import Iterator

from translate.checks.base import Hit, Source
from translate.checks.registry import check
from translate.findings import Category, Severity
from translate.repair.quotes import BACKWARD
from translate.spans import Span

_CLOSING = {"„": '“”"', "»": "«", "“": "”", "(": ")", "{": "}", "‚": "‘’'", "«": "»", "›": "‹"}
_NAMES = {'"': "quotation mark", "(": "bracket", ")": "bracket", "{": "bracket", "}": "bracket"}
_ENDS = "”«»)}"
_MARK = re.compile(r"[„“”»«(){}]")


@check(
    "S330",
    "unpaired-mark",
    Category.PUNCTUATION,
    Severity.MINOR,
    bad=[
        "Er nannte es eine [„]Luftbuchung und warnte.",
        "Das sei unbegründet[“] und falsch.",
        "Der Mann [(]45 kam.",
    ],
    good=[
        "Er sagte „ja“ (leise).",
        "1) Erstens 2) zweitens",
        "So war es„.",
        "„Der Absatz geht weiter.",
        ":-)",
    ],
)
def unpaired(source: Source) -> Iterator[Hit]:
    """A quotation mark or bracket has no partner in its block.

    A quotation may run over several paragraphs: one that opens at the very beginning, opens
    after a colon, or closes at the very end of the block is let be.
    """
    text = BACKWARD.sub("“", source.text)
    for position in sorted(_unpaired(text)):
        mark = text[position]
        before, after = text[:position].rstrip(), text[position + 1 :].strip(' .,!?“”"«»')
        if mark in _ENDS + '“"' and not after:
            continue
        if mark not in "(){}" and (not before or before.endswith(":")):
            continue
        name = _NAMES.get(mark, "quotation mark")
        yield Hit(Span(position, position + 1), f"The {name} {mark} has no partner.")


def _unpaired(text: str) -> list[int]:
    """Where marks stand that nothing closes or opens."""
    stack: list[int] = []
    lonely: list[int] = []
    straight = [match.start() for match in re.finditer('"', text)]
    low = "„" in text
    for match in _MARK.finditer(text):
        mark, position = match.group(), match.start()
        if _is_other(text, position):
            continue
        opener = next((p for p in reversed(stack[-3:]) if mark in _CLOSING[text[p]]), None)
        if opener is not None:
            while stack[-1] != opener:
                lonely.append(stack.pop())
            stack.pop()
        elif mark in "„(»{" or (mark == "“" and not low) or (mark == "«" and "«" in text):
            stack.append(position)
        else:
            lonely.append(position)
    if len(straight) % 2:
        closed = next((p for p in stack if text[p] == "„"), None)
        if closed is None:
            lonely.append(_odd(text, straight))
        else:
            stack.remove(closed)
    return lonely + stack


def _odd(text: str, straight: list[int]) -> int:
    """Which of an odd number of straight quotes is alone: the last that opens, if any."""
    opening = [p for p in straight if not text[p + 1 : p + 2].isspace() and p + 1 < len(text)]
    return opening[-1] if len(straight) == 1 and opening else straight[-1]


def _is_other(text: str, position: int) -> bool:
    """Whether the mark numbers a list, draws a face or is part of such."""
    before = text[max(0, position - 2) : position]
    if text[position] in ")(" and before[-1:] in {":", ";", "-"}:
        return True
    return (
        text[position] == ")"
        and before[-1:].isalnum()
        and (len(before) == 1 or before[0] in " \n(0123456789")
        and "(" not in text[max(0, position - 12) : position]
    )
