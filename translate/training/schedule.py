"""Says how far a run is, by the clock or by steps, and the learning rate that follows from it."""

import time
from dataclasses import dataclass, field

from translate.errors import UsageError
from translate.training.recipe import Recipe


@dataclass(slots=True)
class Clock:
    """Measures a run against its limit, either ``minutes`` of work or ``steps``.

    spent: seconds of work before a resume; they count.
    """

    minutes: float | None
    steps: int | None
    spent: float = 0.0
    started: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        if (self.minutes is None) == (self.steps is None):
            raise UsageError("a run needs one limit: give either minutes or steps")

    def start(self) -> None:
        """Starts to count; what happened before, such as reading the corpus, does not."""
        self.started = time.monotonic()

    def seconds(self) -> float:
        """Seconds worked, those before a resume included."""
        return self.spent + time.monotonic() - self.started

    def progress(self, step: int) -> float:
        """The share of the run that is over, 0 to 1."""
        if self.steps is not None:
            return min(1.0, step / max(1, self.steps))
        return min(1.0, self.seconds() / max(1e-9, 60 * (self.minutes or 0.0)))


def learning_rate(recipe: Recipe, step: int, progress: float) -> float:
    """The rate: linear warm-up by steps, flat to ``decay_from``, linear decay to zero."""
    rise = min(1.0, (step + 1) / max(1, recipe.warmup_steps))
    fall = min(1.0, (1 - progress) / max(1e-9, 1 - recipe.decay_from))
    return recipe.peak_rate * rise * max(0.0, fall)


def alignment_weight(recipe: Recipe, progress: float) -> float:
    """The weight of the alignment loss: full at first, linearly to zero at ``alignment_until``."""
    if recipe.alignment_until <= 0:
        return 0.0
    return recipe.alignment_weight * max(0.0, 1 - progress / recipe.alignment_until)
