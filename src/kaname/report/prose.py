"""The page's standing words: what is said in every report, whatever the numbers.

They stand in one place so that they can be read through, and later told in another language, without looking for them.
Reads, writes: nothing. Source: report.md and core.md of the design.
"""

from __future__ import annotations

PURPOSE = (
    "For comparing arguments and bargains under stated uncertainty. Not for predicting wars, planning "
    "operations or saying what a government will do."
)
HEADLINE = (
    "Paired differences to {reference} with 95 % intervals, mean per future over the horizon; right "
    "is better. Full marks are clear, hollow ones are not."
)
ENDS = (
    "Each state beside the others, always as the difference to {reference} in the same futures. Ends "
    "are not added up and bargains are not ranked across them: the weights are the reader's."
)
PARETO = (
    "\N{BLACK CIRCLE} not beaten in this state's ends. \N{WHITE CIRCLE} beaten: another bargain is better in at "
    "least one of its ends, sure among all that are asked, and clearly worse in none. Few futures beat little; an "
    "unbeaten bargain is not yet a good one."
)
TIME = (
    "Median, 50 % and 90 % bands of {futures} futures under each bargain. Bands are the spread of "
    "futures, not the error of a mean; the dashed line is the median under {reference}."
)
MORE_TIME = "{number} more: other states, and outcomes without a clear difference"
FAILURE = (
    "Crises that ended in {endings}, among the first eight events of the first {futures} futures; moves "
    "are kept of crises in arms only. How often crises come is not calibrated, so these are counts in a "
    "model: good for comparing bargains, and for nothing else."
)
DETERRENCE = (
    "Opportunities come from salience alone and are the same in every bargain; a challenge is an "
    "opportunity that was used. Few challenges may mean that there was no wish to challenge. "
)
STORY = (
    "The first future in which the commonest failure in arms happened, as it is stored; the command tells "
    "every quarter and why."
)
INFLUENCE = (
    "Rank correlation of {tried} sampled figures and theories with the differences that are clear or "
    "that turn on something, over at most {futures} futures. To the right the difference grows with "
    "the figure. Intervals hold for all of them at once (95 %), so that chance alone names none. A "
    "letter is the grade of the evidence: A measured, B estimated, C carried over, D judgement."
)
NO_INFLUENCE = "No difference is clear or turns on anything, so nothing can be said to drive one."
WHY = (
    "{mechanisms} mechanisms ran, tied by {arrows} arrows: one writes what another reads. The map is "
    "drawn from what the code declares, and tests hold the declarations to the code. Point at a name "
    "to see its arrows (what it moves: full, what moves it: dashed); choose it to read its sentence, "
    "source and figures."
)
MAP_ALT = (
    "Causal map of {mechanisms} mechanisms in {rooms} rooms with {arrows} arrows; the cards below say "
    "the same in words."
)
MAP = "{mechanisms} mechanisms of {rooms} rooms, in the order of the day, clockwise from the top."
JUDGEMENT = (
    " Shares of variance that the figures of a grade explain by themselves and in a straight line, at "
    "least; the rest is chance, bends and joint effects. "
)
REGISTER = (
    "Influence: the largest share of variance of an end, or of a difference told above, that the "
    "figure explains by itself. "
)
MISSING = (
    "Nuclear use is outside what the model says; nuclear options are political facts here.",
    "How often crises come is not calibrated; no number on this page is a forecast of war.",
    "Not drawn yet: the map, beliefs against what the model says, core against full, regret under weights.",
)
REPEAT = (
    "The same seed gives the same rows to the bit for one lock file, operating system and kind of "
    "CPU; elsewhere they agree to nine digits or the difference is reported."
)
