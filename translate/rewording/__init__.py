"""What the model got wrong in form is put right where that can be told: words and small slips.

RewordingEngine(engine).translate(texts) -> translations; ``Translation.reworded`` tells what
does not stand there as the model wrote it.
"""

from translate.rewording.engine import RewordingEngine, reword

__all__ = ["RewordingEngine", "reword"]
