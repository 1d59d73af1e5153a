"""A batch run on the stub engine, to be killed: ``worker.py INPUT OUT LOG SECONDS``.

Every sentence that reaches the engine is appended to LOG, after SECONDS of work.
"""

import sys
import time
from pathlib import Path

from translate.batch import MANIFEST, Manifest, RecordedEngine, collect, run_batch
from translate.checks import Selection
from translate.documents import SUFFIXES
from translate.engines.stub import StubEngine
from translate.pipeline import Pipeline


def run(source: Path, out: Path, log: Path, seconds: float) -> None:
    """Translate the folder ``source``; see above."""

    def answer(text: str) -> str:
        time.sleep(seconds)
        with log.open("a") as file:
            file.write(f"{text}\n")
        return text.upper()

    jobs, _ = collect([source], out, SUFFIXES)
    manifest = Manifest(out / MANIFEST)
    engine = RecordedEngine(StubEngine.info, lambda: StubEngine(answer), manifest)
    pipeline = Pipeline(engine, selection=Selection(ignore=("P",)))
    for _ in run_batch(jobs, manifest, engine, pipeline):
        pass


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), float(sys.argv[4]))
