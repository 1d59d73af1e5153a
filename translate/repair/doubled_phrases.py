"""Two to five words said twice in a row: ``in der Stadt in der Stadt``."""

import re
from collections.abc import Iterator

from translate.spans import Edit, Span

REASON = "S311"

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_GAPS = frozenset({" ", "  ", "\u00a0", "\n", " \n", "\r\n"})
_FEWEST, _LONGEST = 2, 5
_LETTERS = 5  # in a doubled phrase, so that rhymes and scores stay


def drop_doubled_phrases(text: str) -> Iterator[Edit]:
    """Leaves one of two equal neighbouring phrases that only spaces part."""
    words = _WORD.findall(text)
    if len(words) - len(set(words)) < _FEWEST:
        return
    tokens = [(match.group(), *match.span()) for match in _WORD.finditer(text)]
    index = 0
    while index + 3 < len(words):
        for size in range(min(_LONGEST, (len(words) - index) // 2), _FEWEST - 1, -1):
            # Comparing the first words alone first spares most of the slices.
            if words[index] == words[index + size] and _is_doubled(text, tokens, index, size):
                start = tokens[index + size - 1][2]
                yield Edit(Span(start, tokens[index + 2 * size - 1][2]), "", REASON)
                index += 2 * size - 1
                break
        index += 1


def _is_doubled(text: str, tokens: list[tuple[str, int, int]], index: int, size: int) -> bool:
    """Whether ``size`` words at ``index`` stand there twice with nothing but spaces between."""
    first = [word for word, _, _ in tokens[index : index + size]]
    second = [word for word, _, _ in tokens[index + size : index + 2 * size]]
    if first != second or len(set(first)) == 1:
        return False
    if [word for word, _, _ in tokens[index + 2 * size : index + 2 * size + 1]] == first[:1]:
        return False  # "Schritt für Schritt für Schritt"
    if index and tokens[index - 1][0] == first[-1]:
        return False
    if any(word.isdigit() for word in first) or sum(map(len, first)) < _LETTERS:
        return False
    return all(
        text[tokens[i][2] : tokens[i + 1][1]] in _GAPS for i in range(index, index + 2 * size - 1)
    )
