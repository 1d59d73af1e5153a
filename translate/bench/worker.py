"""One system in a process of its own, so that its memory can be told from the others'.

python -m translate.bench.worker ORDER.json RESULT.json
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from translate.bench.measure import Run, measured, peak_memory
from translate.bench.sets import TestSet
from translate.engines import describe, load_engine, locate
from translate.errors import ModelError, ReinschriftError
from translate.files import write_atomic
from translate.rewording import RewordingEngine

INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Setting:
    """What ``load_engine`` needs. threads: None for all cores."""

    model: str
    engine: str
    beam: int
    threads: int | None = None


@dataclass(frozen=True, slots=True)
class System:
    """A system that translated: what it is, what it costs, and its runs by set.

    label: the model's name and hash. loading: seconds from the files to the first translation.
    memory: bytes at the peak, over all sets. size: bytes of the weights that the engine reads.
    stopped: why it did not get to the last set; empty if it did.
    """

    label: str
    quantisation: str
    loading: float
    memory: int
    size: int
    runs: Mapping[str, Run]
    stopped: str = ""


def run_apart(setting: Setting, sets: Sequence[TestSet], cache: Path) -> System:
    """Translate ``sets`` in a new process.

    Stopped or interrupted, it returns the sets that it got done. Raises ModelError, or
    KeyboardInterrupt, if there is none.
    """
    order = {
        "setting": asdict(setting),
        "cache": str(cache),
        "sets": [[item.name, list(item.sources), list(item.documents)] for item in sets],
    }
    with tempfile.TemporaryDirectory() as folder:
        request, answer = Path(folder) / "order.json", Path(folder) / "result.json"
        write_atomic(request, (json.dumps(order),))
        command = [sys.executable, "-m", "translate.bench.worker", str(request), str(answer)]
        stopped = ""
        try:
            done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603
            if done.returncode:
                lines = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
                stopped = f"{setting.model}: stopped while it translated ({lines[-1]})"
        except KeyboardInterrupt:
            if not answer.is_file():
                raise
            stopped = INTERRUPTED
        if not answer.is_file():
            raise ModelError(stopped)
        data = json.loads(answer.read_text("utf-8"))
    if "error" in data:
        raise ModelError(data["error"])
    runs = {name: Run.from_json(run) for name, run in data.pop("runs").items()}
    system = System(runs=runs, **data)
    return replace(system, stopped=stopped) if stopped else system


def work(order: Mapping[str, Any]) -> Iterator[System]:
    """Load the engine that ``order`` asks for and translate its sets; the state after each."""
    setting, cache = Setting(**order["setting"]), Path(order["cache"])
    checkpoint = locate(setting.model)
    info = describe(checkpoint, engine=setting.engine, beam=setting.beam)
    start = time.perf_counter()
    engine = RewordingEngine(
        load_engine(
            checkpoint,
            cache=cache,
            engine=setting.engine,
            beam=setting.beam,
            threads=setting.threads,
        )
    )
    engine.translate(["Guten Tag."])
    loading = time.perf_counter() - start
    if setting.engine == "ctranslate2" and "torch" in sys.modules:
        # The model was converted just now, which took memory and time of its own: begin again.
        os.execv(sys.executable, [sys.executable, "-m", "translate.bench.worker", *sys.argv[1:]])  # noqa: S606
    # The converted model, or where there is none the checkpoint's own weights.
    weights = [
        *cache.glob(f"{checkpoint.digest[:16]}-ct2-*-{info.quantisation}/model.bin"),
        *checkpoint.folder.glob("model.safetensors"),
        *checkpoint.folder.glob("pytorch_model.bin"),
    ]
    size = weights[0 if setting.engine == "ctranslate2" else -1].stat().st_size
    runs: dict[str, Run] = {}
    for name, sources, documents in order["sets"]:
        runs[name] = measured(engine, sources, documents)
        yield System(info.model, info.quantisation, loading, peak_memory(), size, runs)


def main(order: Path, answer: Path) -> None:
    """Write what is done to ``answer`` after each set, and what went wrong."""
    state: dict[str, Any] = {}
    try:
        for system in work(json.loads(order.read_text("utf-8"))):
            state = asdict(system)
            write_atomic(answer, (json.dumps(state),))
    except ReinschriftError as problem:
        state |= {"stopped": str(problem)} if state else {"error": str(problem)}
        write_atomic(answer, (json.dumps(state),))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
