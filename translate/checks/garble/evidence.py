"""What its English says of each word of a German sentence, by the tables of ``checks/lexicon``."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from translate.checks.lexicon import HEAD, Words, links, means

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

EVIDENCE = 12  # numbers of a word
_COGNATE = 4  # letters that words of one origin share
_MOST = 4  # counterparts that count
_STEP = 2  # English words by which the counterparts of neighbours may be apart
_AROUND = 2  # English words on either side of where a counterpart is looked for
_FAR = 10  # divides distances, so that they are as large as the other numbers


def evidence(german: Sequence[str], english: Sequence[str]) -> "Floats":
    """(words, EVIDENCE): how each word of ``german`` is tied to ``english``.

    Whether the tables know it and what they mean by it, whether it has a counterpart, how many,
    and whether another word shares one; the odds that it is lost, and those of the sentence's
    words; how far its counterpart is from where it would stand if both sides kept one order,
    and whether it follows that of the word before and goes before that of the next; and which
    English words around it, and in all, have no German counterpart.
    """
    import numpy as np

    others = [word.lower() for word in english]
    tied = [_counterparts(word.lower(), others) for word in german]
    often = np.bincount([j for hits in tied for j in hits], minlength=len(others))
    found = links(" ".join(german), " ".join(english))
    odds, loose = _odds(german, found.source), _odds(english, found.target).clip(min=0)
    loose = np.where(often == 0, loose, 0)
    stretch = (len(others) - 1) / max(1, len(german) - 1)
    near = [_nearest(hits, i * stretch) for i, hits in enumerate(tied)]
    made = np.zeros((len(german), EVIDENCE), dtype=np.float32)
    for i, (word, hits, place) in enumerate(zip(german, tied, near, strict=True)):
        usual = i * stretch
        at = usual if place is None else place
        around = loose[max(0, int(at) - _AROUND) : int(at) + _AROUND + 1]
        made[i] = (
            odds[i] != 0,
            bool(means(word.lower())),
            bool(hits),
            min(len(hits), _MOST),
            any(often[j] > 1 for j in hits),
            odds[i],
            0,
            abs(at - usual) / _FAR,
            _follows(near[i - 1] if i else None, place),
            _follows(place, near[i + 1] if i + 1 < len(near) else None),
            around.sum(),
            loose.sum() / len(others),
        )
    made[:, 6] = odds.clip(min=0).mean()
    return made


def _counterparts(word: str, others: Sequence[str]) -> list[int]:
    """Which of the English words ``word`` may stand for; both in lower case."""
    meant = means(word)
    stem = word[:_COGNATE] if len(word) >= _COGNATE else None
    return [
        j for j, other in enumerate(others) if other[:HEAD] in meant or other[:_COGNATE] == stem
    ]


def _nearest(hits: Sequence[int], usual: float) -> int | None:
    return min(hits, key=lambda place: abs(place - usual), default=None)


def _follows(first: int | None, second: int | None) -> int:
    """1 if ``second`` comes soon after ``first``, -1 if not, 0 if either is unknown."""
    if first is None or second is None:
        return 0
    return 1 if 0 < second - first <= _STEP else -1


def _odds(texts: Sequence[str], tied: Words) -> "Floats":
    """The odds of each of ``texts``, of its surest part. tied: of them joined by spaces."""
    import numpy as np

    starts = np.cumsum([0, *(len(text) + 1 for text in texts[:-1])]).tolist()
    found = np.zeros(len(texts), dtype=np.float32)
    for (start, _), value in zip(tied.places, tied.odds, strict=True):
        row = bisect_right(starts, start) - 1
        if abs(value) > abs(found[row]):
            found[row] = value
    return found
