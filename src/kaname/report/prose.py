"""The page's fixed words, the same in every report.

They stand in one place so that they can be read through, and later translated, without looking for them.
Reads, writes: nothing.
"""

from __future__ import annotations

PURPOSE = (
    "For comparing arguments and bargains under stated uncertainty. Not for predicting wars, planning operations "
    "or saying what a government will do."
)
HEADLINE = (
    "Differences to {reference} in the same futures, with 95 % intervals; right is better. Full marks are clear, "
    "hollow ones are not; the shaded band is too small to matter."
)
AGAINST = (
    "Bargains beside each other, not beside {reference}: the first less the second in the same futures, in the ends of "
    "the two sides. What both share falls out, so that two bargains may differ clearly from each other though neither "
    "does from {reference}. The checks were not asked of these."
)
LINES = "The bargains in a line each"
FATE = (
    "What is asked is not what is had. Means over {futures} futures of how far the steps of each bargain have come by "
    "the end: a body whose consent is required may refuse, an agreed step has its lag, and a promise may lapse."
)
ENDS = (
    "Each state beside the others, always as the difference to {reference} in the same futures. Ends are not "
    "added up and bargains are not ranked across them: the weights are the reader's."
)
PARETO = (
    "\N{BLACK CIRCLE} not beaten in this state's ends. \N{WHITE CIRCLE} beaten: another bargain is better in at "
    "least one of its ends, sure among all that are asked, and clearly worse in none. Few futures beat little; an "
    "unbeaten bargain is not yet a good one."
)
TIME = (
    "On the left the level under {reference}: median, 50 % and 90 % bands, which are the spread of {futures} futures "
    "and not the error of a mean. Beside it, for each bargain that moves it, the paired difference by year with its "
    "95 % interval; up is better where one way is."
)
MORE_TIME = "{number} more: other states, and outcomes without a clear difference"
FAILURE = (
    "Crises that ended in {endings}, among the first eight events of the first {futures} futures; moves are kept "
    "of crises in arms only. How often crises come is not calibrated, so these are counts in a model: good for "
    "comparing bargains, and for nothing else."
)
STORY = (
    "The first future in which the commonest failure in arms happened, as it is stored; the command tells every "
    "quarter and why."
)
INFLUENCE = (
    "Rank correlation of {tried} sampled figures and theories with the differences that are clear or that turn on "
    "something, over at most {futures} futures. To the right the difference grows with the figure. Intervals hold "
    "for all of them at once (95 %), so that chance alone names none. A letter is the grade of the evidence: A "
    "measured, B estimated, C carried over, D judgement."
)
NO_INFLUENCE = "No difference is clear or turns on anything, so nothing can be said to drive one."
WHY = (
    "{mechanisms} mechanisms ran, tied by {arrows} arrows: one writes what another reads. The map is drawn from "
    "what the code declares, and tests hold the declarations to the code. Point at a name to see its arrows (what "
    "it moves: full, what moves it: dashed); choose it to read its sentence, source and figures."
)
MAP_ALT = (
    "Causal map of {mechanisms} mechanisms in {rooms} rooms with {arrows} arrows; the cards below say the same in "
    "words."
)
MAP = "{mechanisms} mechanisms of {rooms} rooms, in the order of the day, clockwise from the top."
JUDGEMENT = (
    " Shares of variance that the figures of a grade explain by themselves and in a straight line, at least; the "
    "rest is chance, bends and joint effects. "
)
REGISTER = (
    "Influence: the largest share of variance of an end, or of a difference told above, that the figure explains "
    "by itself. "
)
MISSING = (
    "Nuclear use is outside what the model says; nuclear options are political facts here.",
    "How often crises come is not calibrated; no number on this page is a forecast of war.",
)
REPEAT = (
    "The same seed gives the same rows to the bit for one lock file, operating system and kind of CPU; elsewhere "
    "they agree to nine digits or the difference is reported."
)
CHECK = (
    "On another machine, `kaname compare --check` repeats the run of a folder and says whether it agrees to the "
    "bit, to nine digits, or where it does not."
)
SURVIVE = (
    "The main run is as offered: bargains are ratified, lag and are kept in part, and adversaries react. Each "
    "clear difference to {reference} stands beside what is left of it in arms that change one thing, in the same "
    "futures. It holds where the interval on what the arm adds cannot take its sign away, fails where surely less than "
    "half of it is left, and else the futures cannot tell. A gain is proven only where it holds without the rivals' "
    "reaction, under both theories of credibility and in the core model."
)
NO_CHECKS = (
    "This run has no checks beside it (`kaname compare --robustness 0`), so no gain is proven on this page. "
    "Run it again with `--robustness 400` to have them."
)
COST = "Present value of the incremental cost, in {unit}, discounted at {rate} a year; right is cheaper."
NO_COST = "This run says nothing of present cost by state; `kaname compare` of this version does."
WINDOW = (
    "Paired difference to {reference} in the mean of each year, with 95 % intervals; up is better. A mark under a "
    "year says that it is clearly worse than the reference, by at least {least} of the largest difference in the "
    "picture: the window in which old forces are cut and new ones are not there."
)
MORE_WINDOWS = "{number} more, without a year that is clearly worse"
NO_WEAK = "No year of what is followed is clearly worse under any bargain."
NO_WINDOW = "This run stored no difference by year; `kaname compare` of this version does."
LEVERS = (
    "Full bars: the lever alone, added to {reference}. Framed bars: what the bargain loses without it. Where the "
    "two differ, levers work together or against each other. {futures} futures with the shocks of the main run."
)
NO_LEVERS = "No end of the two sides differs clearly, so there is nothing to attribute."
NO_ATTRIBUTION = (
    "This run added and left out no single lever. `kaname compare --attribution 200` does, with as many futures."
)
DETERRED = (
    "In {futures} futures the challenger was asked again on the same draw, without the guarantee, without the "
    "target's own defence, and without both. So an opportunity that passed unused is told by what kept it so. "
    "Opportunities come from salience and are the same under every bargain; few challenges may only mean that "
    "nobody wished to challenge."
)
NO_DETERRENCE = (
    "This run did not ask what deterred. `kaname compare` of this version asks it in futures 0 to 499, and with "
    "`--deterrence` in all of them: without the guarantee, without the target's own defence and without both."
)
BELIEFS = (
    "How likely each state holds it that the protector will fight, beside how often it did: of the crises in arms "
    "whose moves are stored and in which the protector was asked, the share that it answered by fighting. The event is "
    "the same on both sides; support short of fighting counts in neither. Numbers to the right count those crises; "
    "with fewer than {small} the mark is hollow. The line between is the gap."
)
NO_BELIEFS = "This run says nothing of beliefs by place; `kaname compare` of this version does."
WHERE = (
    "Where crises may come, and how far help has to travel. How often they come is not calibrated: circles "
    "compare places, they forecast nothing."
)
MAP_CAPTION = (
    "Circles: area as the share of opportunities that were used under {reference}; hollow where there were few. "
    "Lines and kilometres: from {origin}, great circle, to the nearest 50. Coastline only: no borders, and islets "
    "too small to see are left out whoever claims them, so the map takes no side. {source} Coast: Natural Earth."
)
NO_PLACES = "The package places none of these contingencies on its map; distances and counts follow."
AIRFIELDS = (
    "Counts for wide areas, as the run's figures give them; no site is named. Main airfields in reach are a "
    "party's stock times the share within reach of the objective, in whole ones."
)
REGRET = (
    "Set how much each end counts for a state; weights are made to sum to 100 %. Regret is what a bargain gives "
    "away against the best one in the same future, in steps: one step of an end is its spread over futures under "
    "the reference, said beside it. Over {futures} futures; worst twentieth: mean of the {share} with most "
    "regret. There is no right weight, and weights are never shared between states."
)
SLIDERS = " Other weights are reckoned over the first {futures} futures."
NO_REGRET = "Nothing that a state is judged by differs between the bargains, so there is nothing to weigh."
ELECTIONS = "Ticks below: elections, {sides}."
NO_BACKTESTS = "No backtest is shipped with this version."
MORE_INFLUENCE = "{number} more clear differences are not drawn here; the rows of the run hold them."
LESS_TIME = "{number} outcomes are not drawn here, to keep the page small; the yearly rows of the run hold them."
