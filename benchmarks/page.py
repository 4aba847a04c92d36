"""The page of a measurement: what was run, on what, what came out, what was asked for. Misses are told as misses."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import crisis_c
from benchmarks.against_c import AgainstC
from benchmarks.against_mesa import AIM, GOAL, Part
from benchmarks.against_mesa import Sizes as MesaSizes
from benchmarks.commands import Clocks, Ensembles, Sizes, Workers
from benchmarks.gpu import OnGpu
from benchmarks.measure import Spread

HEAD = """# Speed and memory, measured

Made by `python -m benchmarks` (`make bench`); do not edit. Every pair of figures was measured in one run, A B A B, as
CPU time of the process unless wall time is said; a figure is a median with the smallest and largest measurement.
A machine that others use at the same time makes single figures worse and ranges wider; ratios suffer less.
"""


def page(
    quick: bool,
    facts: Sequence[str],
    minutes: float,
    gap: float,
    parts: Sequence[Part],
    in_c: AgainstC | None,
    sizes: Sizes,
    clocks: Clocks,
    workers: Workers,
    help_seconds: Spread,
    ensembles: Ensembles,
    compiled: tuple[float, float] | None,
    mesa_sizes: MesaSizes,
    on_gpu: OnGpu | None,
    of_crisis: crisis_c.Result | None,
) -> str:
    """The whole page as Markdown."""
    blocks = [HEAD]
    if quick:
        blocks.append("**A trial run with tiny sizes: these numbers mean nothing.**\n")
    blocks.append("".join(f"- {fact}\n" for fact in [*facts, f"all measurements together took {minutes:.0f} minutes"]))
    blocks.append(asked_for(parts, clocks, workers, help_seconds, ensembles, compiled))
    blocks += [against_mesa(gap, parts, mesa_sizes), against_c(in_c), crisis_against_c(of_crisis)]
    blocks += [of_command(clocks, sizes), of_workers(workers)]
    blocks += [of_ensembles(ensembles, sizes), of_gpu(on_gpu), of_first_use(compiled, help_seconds)]
    return "\n".join(blocks)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def verdict(value: float, bound: float, at_most: bool = True) -> str:
    """Whether a figure keeps its bound."""
    kept = value <= bound if at_most else value >= bound
    return "kept" if kept else "**missed**"


def asked_for(
    parts: Sequence[Part],
    clocks: Clocks,
    workers: Workers,
    help_seconds: Spread,
    ensembles: Ensembles,
    compiled: tuple[float, float] | None,
) -> str:
    """What was asked for, against medians."""
    mesa, growth = parts[0].ratio.median, ensembles.many_mb.median - ensembles.few_mb.median
    rows = [
        ("against Mesa", f"at least {GOAL} times", f"{mesa:.0f} times", verdict(mesa, GOAL, False)),
        ("against Mesa, aim", f"{AIM} times", f"{mesa:.0f} times", verdict(mesa, AIM, False)),
        ("cost per future, large over small", "at most 1.15", f"{ensembles.ratio.median:.2f}",
         verdict(ensembles.ratio.median, 1.15)),
        ("memory, large over small", "at most 50 MB more", f"{growth:.0f} MB more", verdict(growth, 50)),
        ("memory in all", "under 400 MB", f"{ensembles.many_mb.median:.0f} MB", verdict(ensembles.many_mb.median, 400)),
        ("start-up", "at most 3 s", f"{clocks.startup.median:.1f} s", verdict(clocks.startup.median, 3)),
        ("run", "at most 12 s", f"{clocks.run.median:.1f} s", verdict(clocks.run.median, 12)),
        ("two workers", "at least 1.7 times one, on an idle machine",
         f"{workers.ratio.median:.2f} times (two processes: {workers.two_processes.median:.2f})",
         verdict(workers.ratio.median, 1.7, False)),
        ("`kaname --help`", "under 0.7 s", f"{help_seconds.median:.2f} s", verdict(help_seconds.median, 0.7)),
    ]  # fmt: skip
    if compiled is not None:
        rows.append(("first compile", "at most 60 s of CPU", f"{compiled[0]:.0f} s", verdict(compiled[0], 60)))
    return "## What was asked for\n\n" + table(("what", "asked for", "found", ""), rows)


def against_mesa(gap: float, parts: Sequence[Part], sizes: MesaSizes) -> str:
    rows = [(p.name, p.mesa.text(".0f"), p.compiled.text(".0f"), p.ratio.text(".0f")) for p in parts]
    return f"""## Against Mesa

One subset of the model, twice (benchmarks/subset): the project's own compiled kernels driven by a loop, and a Mesa
model with plain attributes on agents. Each quarter: growth, opinion, burden, ledger. Each year: one forced crisis in
the contingency with the largest tree, and one salvo day (repair, two layers of interceptors, bases, exchange in the
air, at sea and below it). Of the crisis both do the thinking: logit backward induction for every type of every other
side, Bayes along the history, own play backward, the drawn moves. Left out of both, being laid out beforehand: the
payoffs and legal gates of each picture; nobody misreads. Mesa draws from its own generators, which in Python are
quicker than named draws. Given the same draws, all numbers of three futures agree to {gap:.0e} (relative; 1e-9 or the
measurement stops). Making a model counts, reading figures does not. Command: `python -m benchmarks`; runs of
{sizes.years} years, {sizes.futures} futures compiled, {sizes.in_mesa} in Mesa, {sizes.rounds} rounds.

""" + table(("run-years per CPU second", "Mesa", "compiled", "ratio"), rows)


def against_c(found: AgainstC | None) -> str:
    if found is None:
        return "## Against C\n\nThere was no C compiler.\n"
    return f"""## Against C

The growth loop with its draws (Threefry2x32-20, normal quantile), gcc -O2 -march=native, against the compiled kernel:
{found.ratio.text()} times the CPU of C ({found.compiled.text(".3f")} s against {found.c.text(".3f")} s).
Numbers agree to {found.gap:.0e}.
"""


def crisis_against_c(found: crisis_c.Result | None) -> str:
    if found is None:
        return "## One round of a crisis\n\nThere was no C compiler.\n"
    whole, ratio = found.whole.median, found.ratio.median
    rows = [
        ("a whole round as played, ms", f"at most {crisis_c.MOST_MILLISECONDS:g}", found.whole.text(".3f"),
         verdict(whole, crisis_c.MOST_MILLISECONDS)),
        ("thinking, times the CPU of C", f"at most {crisis_c.MOST_RATIO:g}", found.ratio.text(),
         verdict(ratio, crisis_c.MOST_RATIO)),
    ]  # fmt: skip
    return f"""## One round of a crisis

The Senkaku game, three actors. Thinking (theories of all types by logit backward induction, Bayes along the history,
own play) from pictures laid out beforehand: {found.ours.text(".3f")} ms a round, {found.in_c.text(".3f")} ms in C
(-O3); odds and values agree to {found.gap:.0e}. The whole round has the pictures, the draws and the challenge in it.
Command: `python -m benchmarks.crisis_c`.

""" + table(("", "asked for", "found", ""), rows)


def of_command(found: Clocks, sizes: Sizes) -> str:
    rows = [
        ("start-up", found.startup.text()),
        ("run, beyond start-up", found.run.text()),
        ("of which strategic, with sampling, storing and summary", found.strategic.text()),
        ("of which crisis", found.crisis.text()),
        ("of which campaign", found.campaign.text()),
    ]
    return f"""## One comparison

`{found.command}`, CPU seconds of the command's own process (the report is drawn in a child). Start-up is
`{found.startup_command}`. Strategic: the run with `--freeze crisis.response`; crisis: what
`--freeze campaign.day` adds to that; campaign: what the whole run adds to that. A frozen clock changes the futures a
little, so the three are attributions. {sizes.rounds} rounds.

""" + table(("CPU seconds", ""), rows)


def of_workers(found: Workers) -> str:
    return f"""## Two workers

The runner of `{found.command}` alone, warm, wall seconds: one worker
{found.one.text()}, two workers {found.two.text()}; ratio {found.ratio.text()}. Two workers use
{found.cpu.text()} times the CPU of one. At the same time two processes of plain Python, which share nothing, got
through two tasks {found.two_processes.text()} times as fast as one after the other: on an idle machine with two cores
that would be 2; what others used is missing from both.
"""


def of_ensembles(found: Ensembles, sizes: Sizes) -> str:
    rows = [
        (f"{sizes.few:,}", found.few_ms.text(".3f"), found.few_mb.text(".0f")),
        (f"{sizes.many:,}", found.many_ms.text(".3f"), found.many_mb.text(".0f")),
    ]
    return f"""## Size of the ensemble

`{found.command_few}` against
`{found.command_many}`. One bargain and {_years(sizes.short)}, since all of it would take too long: storing and
summarising weigh more here than in a full run, so a growth of their cost would show. CPU per future is what is beyond
start-up. Ratio {found.ratio.text()}. Peak memory is that of the run; the report is drawn in a child.

""" + table(("futures", "CPU per future, ms", "peak memory, MB"), rows)


def of_gpu(found: OnGpu | None) -> str:
    if found is None:
        return """## On a GPU

Untested: no GPU was at hand. `benchmarks/gpu.py` runs output growth of a million futures on one, from the same scalar
functions; that the rebuilt functions compute the same numbers is tested on a simulator.
"""
    return f"""## On a GPU

Output growth with its draws, 60 quarters of {found.futures:,} futures, the same scalar functions rebuilt for the device
({found.device}), wall seconds: two cores {found.cores.text(".3f")}, GPU {found.gpu.text(".3f")}; the GPU is
{found.ratio.text(".0f")} times as fast. Numbers agree to {found.gap:.0e} (relative).
"""


def of_first_use(compiled: tuple[float, float] | None, help_seconds: Spread) -> str:
    first = "The first compile was not measured."
    if compiled is not None:
        first = (
            f"First compile: `kaname warm` with an empty KANAME_CACHE takes {compiled[0]:.0f} s of CPU and "
            f"{compiled[1]:.0f} s of wall time more than with a full one (measured once, children counted)."
        )
    return f"## First use\n\n{first} `kaname --help`: {help_seconds.text()} s of CPU.\n"


def _years(count: int) -> str:
    return "one year" if count == 1 else f"{count} years"
