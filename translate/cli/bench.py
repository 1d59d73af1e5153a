"""``reinschrift bench``: is one system better than another, where, and is it sure?"""

import json
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from translate.cli import options
from translate.cli.console import Exit, print_error, print_line, print_note
from translate.cli.estimate import estimating_engine
from translate.cli.systems import file_name, named_paths, read_sets
from translate.engines import EMBEDDED, Engine
from translate.errors import ReinschriftError, UsageError
from translate.files import cache_folder, write_atomic

if TYPE_CHECKING:
    from translate.bench.report import Report
    from translate.bench.sets import TestSet
    from translate.bench.worker import Setting, System

PAGE, DATA = "bench.html", "bench.json"
_METRICS = ("bleu", "chrf", "chrf++", "ter")


def run(
    *,
    test_set: Annotated[
        list[str] | None,
        typer.Option("-t", "--test-set", metavar="NAME", help="A set of sacreBLEU's; repeatable."),
    ] = None,
    pairs: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Own pairs: lines of source, tab, reference."),
    ] = None,
    source: Annotated[
        Path | None, typer.Option(metavar="PATH", help="Own sources: a file or folder.")
    ] = None,
    reference: Annotated[
        list[Path] | None,
        typer.Option(metavar="PATH", help="Their references, likewise; repeatable."),
    ] = None,
    align: options.Align = False,
    model: Annotated[
        list[str] | None,
        typer.Option(metavar="MODEL", help="A model to translate with; repeatable."),
    ] = None,
    engine: Annotated[
        list[options.EngineName] | None,
        typer.Option(metavar="ENGINE", help="ctranslate2 or transformers; repeatable."),
    ] = None,
    beam: Annotated[
        list[int] | None, typer.Option(metavar="N", min=1, help="Beam size; repeatable.")
    ] = None,
    threads: options.Threads = None,
    system: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=FILE",
            help="Translations that exist already, {set} standing for the set; repeatable.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Only the first segments of each set.")
    ] = None,
    estimate: options.Estimate = False,
    bootstrap: options.Bootstrap = 1000,
    trials: options.Trials = 10_000,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FOLDER", help="Where the results go.")
    ] = Path("bench"),
) -> None:
    """Translate test sets, score and compare systems; write a page, data and translations.

    The first system is the baseline: models in their order, then the outputs of --system.
    """
    # What measures is loaded when it is needed, so that --help is quick.
    from translate.bench.worker import Setting

    if out.exists() and not out.is_dir():
        raise UsageError(f"{out}: is no folder; choose another place for the results")
    if align and not source:
        raise UsageError("--align is for --source and --reference; sets and pairs are aligned")
    outputs = named_paths(system or ())
    sets, failed = read_sets(
        test_set or (), pairs, source, reference or (), outputs, aligned=align, limit=limit
    )
    settings = [
        Setting(m, e.value, b, threads)
        for m, e, b in product(
            model or ([] if outputs else ["embedded"]),
            engine or [options.EngineName.CTRANSLATE2],
            beam or [4],
        )
    ]
    sets = [item.first(limit) for item in sets]
    systems, code = _systems(_names(settings) if sets else {}, sets, out)
    if failed and not code:
        code = Exit.USAGE
    sets = [s for s in sets if s.outputs or any(s.name in one.runs for one in systems.values())]
    if not sets:
        raise typer.Exit(code)
    judge = estimating_engine(EMBEDDED) if estimate else None
    reports = []
    for item in sets:
        try:
            reports.append(_report(item, systems, judge, bootstrap=bootstrap, trials=trials))
        except ReinschriftError as error:
            print_error(f"{item.name}: {error}")
            code = code or Exit.USAGE
            continue
        _write(out, reports, systems)
    for result in reports:
        _print(result, systems)
    if reports:
        print_line(f"Page: {out / PAGE}")
        print_line(f"Data: {out / DATA}")
    if code:
        raise typer.Exit(code)


def _names(settings: Sequence["Setting"]) -> dict[str, "Setting"]:
    """Short names: the model, and of the other settings those that differ."""
    engines, beams = {s.engine for s in settings}, {s.beam for s in settings}
    found = {}
    for setting in settings:
        parts = [Path(setting.model).name if Path(setting.model).is_dir() else setting.model]
        parts += [setting.engine] * (len(engines) > 1) + [f"beam {setting.beam}"] * (len(beams) > 1)
        name = ", ".join(parts)
        if name in found:
            name = ", ".join([setting.model, *parts[1:]])
        if name in found:
            raise UsageError(f"{setting.model}: is given twice; give each model once")
        found[name] = setting
    return found


def _systems(
    settings: Mapping[str, "Setting"], sets: Sequence["TestSet"], out: Path
) -> tuple[dict[str, "System"], Exit]:
    """The systems that translated ``sets``, also when a later one failed or was interrupted."""
    from translate.bench.worker import INTERRUPTED

    systems: dict[str, System] = {}
    code = Exit.CLEAN
    for name, setting in settings.items():
        try:
            systems[name] = _translate(name, setting, sets, out)
        except ReinschriftError as error:
            print_error(str(error))
            code = Exit.USAGE
            continue
        except KeyboardInterrupt:
            kept = f"; compared is what came before ({', '.join(systems)})" if systems else ""
            print_error(f"interrupted while {name} translated{kept}")
            return systems, Exit.INTERRUPTED
        if reason := systems[name].stopped:
            done = ", ".join(systems[name].runs)
            print_error(f"{name}: {reason}; compared is what it had translated: {done}")
            code = Exit.USAGE
            if reason == INTERRUPTED:
                return systems, Exit.INTERRUPTED
    return systems, code


def _translate(name: str, setting: "Setting", sets: Sequence["TestSet"], out: Path) -> "System":
    """Translate all sets in a process of its own, and keep the translations."""
    from translate.bench.worker import run_apart

    result = run_apart(setting, sets, cache_folder())
    for set_name, run in result.runs.items():
        for failure in run.failures:
            print_error(f"{name}, {set_name}: {failure}")
        write_atomic(
            out / f"{file_name(set_name)}.{file_name(name)}.en",
            (f"{line}\n" for line in run.hypotheses),
        )
    return result


def _report(
    item: "TestSet",
    systems: Mapping[str, "System"],
    judge: Engine | None,
    *,
    bootstrap: int,
    trials: int,
) -> "Report":
    from translate.bench.estimates import mean_estimates
    from translate.bench.report import report
    from translate.scores.significance import compare

    texts = {
        name: system.runs[item.name].hypotheses
        for name, system in systems.items()
        if item.name in system.runs
    }
    comparison = compare(
        {**texts, **item.outputs},
        item.references,
        metrics=_METRICS,
        bootstrap=bootstrap,
        trials=trials,
    )
    for note in comparison.doubts:
        print_note(f"{item.name}: {note}")
    documents, sources = item.documents, item.sources
    return report(
        item.name,
        comparison,
        documents,
        sources=sources,
        notes=item.notes,
        estimates=mean_estimates(comparison.systems, sources, documents, judge) if judge else {},
    )


def _write(out: Path, reports: Sequence["Report"], systems: Mapping[str, "System"]) -> None:
    """The page and the data of what is done so far."""
    from translate.bench import page, rows

    machine = rows.machine()
    data = {
        "machine": machine,
        "systems": rows.system_rows(systems),
        "sets": [rows.report_rows(item, systems) for item in reports],
    }
    text = json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
    write_atomic(out / DATA, (text + "\n",))
    title = " against ".join(reversed(list(reports[0].comparison.systems)))
    write_atomic(out / PAGE, page.render(reports, title=title, systems=systems, machine=machine))


def _print(item: "Report", systems: Mapping[str, "System"]) -> None:
    from translate.bench import tables

    words = sum(len(line.split()) for line in item.sources)
    print_line(f"{item.name}: {item.comparison.segments} segments, {words:,} words\n")
    print_line(tables.scores(item.comparison) + "\n")
    if places := [f"{duel.verdict.system}: {duel.where}" for duel in item.duels if duel.where]:
        print_line("\n".join(places) + "\n")
    if item.estimates:
        means = [[name, f"{value:.1f}"] for name, value in item.estimates.items()]
        print_line(tables.table(["System", "estimate, 0 to 100"], means) + "\n")
    rows = [
        [
            name,
            f"{words / (run := system.runs[item.name]).seconds:,.0f}",
            f"{run.tokens / run.seconds:,.0f}",
            f"{system.memory / 1e6:,.0f}",
            f"{system.size / 1e6:,.0f}",
        ]
        for name, system in systems.items()
        if item.name in system.runs
    ]
    if rows:
        head = ["System", "source words/s", "target tokens/s", "peak memory MB", "model MB"]
        print_line(tables.table(head, rows) + "\n")
