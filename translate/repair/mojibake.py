"""UTF-8 that was read as Windows-1252 or the like: ``fÃ¼r`` for ``für``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S301"

# A lead byte of UTF-8 and a continuation byte, as Windows-1252 or Latin-1 shows them.
_SUSPECT = re.compile(
    "[\u00c2-\u00cf\u00d0\u00d1\u00e2\u00e3\u00ef\u00f0][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
)


def decode_mojibake(text: str) -> Iterator[Edit]:
    """Decodes again what ftfy takes for wrongly decoded, line by line."""
    if not _SUSPECT.search(text):
        return
    position = 0
    for line in text.splitlines(keepends=True):
        if _SUSPECT.search(line):
            for edit in _line_edits(line):
                yield edit.shift(position)
        position += len(line)


def _line_edits(line: str) -> Iterator[Edit]:
    """The smallest edits, one a word, that turn ``line`` into its decoded form."""
    import ftfy

    config = ftfy.TextFixerConfig(uncurl_quotes=False, restore_byte_a0=True, explain=False)
    fixed = ftfy.fix_encoding(line, config)
    if fixed == line:
        return
    old_words, new_words = line.split(" "), fixed.split(" ")
    if len(old_words) != len(new_words):
        old_words, new_words = [line], [fixed]
    position = 0
    for old, new in zip(old_words, new_words, strict=True):
        if old != new:
            yield _smallest(old, new).shift(position)
        position += len(old) + 1


def _smallest(old: str, new: str) -> Edit:
    """The edit from ``old`` to ``new`` without what they share at both ends."""
    limit = min(len(old), len(new))
    start = next((i for i in range(limit) if old[i] != new[i]), limit)
    limit -= start
    tail = next((i for i in range(limit) if old[-1 - i] != new[-1 - i]), limit)
    return Edit(Span(start, len(old) - tail), new[start : len(new) - tail], REASON)
