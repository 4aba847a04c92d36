"""Events: what happened, and the terms that decided it. A catalogue by kind names the terms and makes the sentence.

A log holds LOG_WIDTH numbers for each event. An ensemble keeps no log, only the codes of the first events of each future,
for the failure chains of the report: (kind * CODE_STRIDE + place) * CODE_STRIDE + detail. Kernels write both by
`model.world.log`.
"""

from __future__ import annotations

from dataclasses import dataclass

from kaname.words.moves import ANSWERS, BACKINGS, CHALLENGES, GUARANTEES, RESPONSES, SECONDS

LOG_WIDTH = 10
CHAIN_LENGTH = 8
"""Codes of events that a row keeps."""
CODE_STRIDE = 16


@dataclass(frozen=True)
class EventKind:
    """name; the six terms' names ('' where unused); a sentence in which {actor}, {place} and the terms are filled in.

    place: what the first term counts ("contingency", "lever", "issue" or ""). chain: kept among the eight codes of a row.
    """

    name: str
    terms: tuple[str, str, str, str, str, str]
    sentence: str
    place: str = ""
    chain: bool = False


KINDS: tuple[EventKind, ...] = (
    EventKind("election", ("house", "administration", "window", "", "", ""),
              "An election was held; the administration drawn is of type {administration}."),
    EventKind("opportunity", ("contingency", "rate", "count", "", "", ""),
              "An opportunity arose in {place} (rate {rate} per quarter, from salience alone).", "contingency"),
    EventKind("challenge", ("contingency", "move", "value_waiting", "value_move", "probability", "belief_guarantee"),
              "{actor} challenged in {place} ({move}): it valued the move at {value_move} against {value_waiting} for waiting.",
              "contingency", True),
    EventKind("no_challenge", ("contingency", "move", "value_waiting", "value_best", "probability", "belief_guarantee"),
              "{actor} let the opportunity in {place} pass: waiting {value_waiting}, best move {value_best}.",
              "contingency"),
    EventKind("response", ("contingency", "move", "probability", "value_move", "value_best_other", "days"),
              "{actor} answered in {place}: {move} (probability {probability}; value {value_move}, next best "
              "{value_best_other}).",
              "contingency", True),
    EventKind("guarantor", ("contingency", "move", "probability", "value_move", "value_best_other", "days"),
              "{actor}, as guarantor in {place}: {move} (probability {probability}; value {value_move}, next best "
              "{value_best_other}).",
              "contingency", True),
    EventKind("host", ("contingency", "move", "probability", "value_move", "value_best_other", "days"),
              "{actor} on the use of its bases in {place}: {move} (probability {probability}).", "contingency", True),
    EventKind("ending", ("contingency", "ending", "days", "control", "losses_target", "losses_challenger"),
              "The fighting in {place} ended by {ending} after {days} days; control of the objective {control}.", "contingency", True),
    EventKind("battle", ("contingency", "day", "control", "force_in_being", "leakers", "guarantor_present"),
              "Day {day} of fighting in {place}: control {control}, force in being {force_in_being}.", "contingency"),
    EventKind("lever", ("lever", "state", "consent", "capital", "value", ""),
              "The step on {place} is {state} (consent {consent}, political capital {capital}).", "lever"),
    EventKind("revision", ("unmet", "capital", "age", "issue", "", ""),
              "The guidelines were revised: unmet expectation {unmet}, capital {capital}, {age} quarters old."),
    EventKind("programme", ("tests", "sanctions", "range", "", "", ""),
              "{actor} tested {tests} missiles this quarter (enforced sanctions {sanctions})."),
    EventKind("nuclear_option", ("support", "credibility", "threat", "hazard", "", ""),
              "{actor} took up the nuclear option as a political fact (hazard {hazard} per quarter).", "", True),
    EventKind("diplomacy", ("what", "value", "alternative", "probability", "", ""),
              "{actor} made a diplomatic choice (value {value} against {alternative})."),
    EventKind("surprise", ("consultation", "", "", "", "", ""),
              "{actor} acted without consulting its ally (consultation {consultation})."),
    EventKind("base_incident", ("opposition", "", "", "", "", ""),
              "An incident at the bases: opposition now {opposition}."),
    EventKind("deterrence", ("contingency", "class", "value_as_is", "value_no_guarantee", "value_no_denial", "class_of_arms"),
              "Seen three ways, the opportunity in {place}: {class}.", "contingency"),
    EventKind("sanctions", ("choice", "value", "value_best_other", "probability", "", ""),
              "{actor} enforces sanctions {choice} (probability {probability}; value {value}, next best {value_best_other})."),
    EventKind("thaw", ("choice", "value", "value_best_other", "probability", "", ""),
              "{actor} on a thaw: {choice} (probability {probability}; value {value}, next best {value_best_other})."),
    EventKind("wedge", ("choice", "value", "value_best_other", "probability", "", ""),
              "{actor} on courting the alliance's members: {choice} (probability {probability}; value {value}, next best "
              "{value_best_other})."),
    EventKind("deal", ("choice", "value", "value_best_other", "probability", "", ""),
              "{actor} on a deal over missiles: {choice} (probability {probability}; value {value}, next best "
              "{value_best_other})."),
    EventKind("framework", ("choice", "value", "value_best_other", "probability", "", ""),
              "{actor} on the ring around the alliance: {choice} (probability {probability}; value {value}, next best "
              "{value_best_other})."),
    EventKind("barred", ("contingency", "ply", "move", "law", "undetermined", ""),
              "Law barred {actor} from the move {move} in {place} (law asked: {law}; open questions {undetermined}).",
              "contingency"),
    EventKind("misread", ("contingency", "ply", "move_made", "move_seen", "chance", ""),
              "{actor} took the move {move_made} in {place} for {move_seen} (chance {chance}).", "contingency"),
    EventKind("terms", ("contingency", "choice", "value_settle", "value_go_on", "value_other", "day"),
              "{actor} weighed terms in {place}: settling {value_settle} against going on {value_go_on}.",
              "contingency"),
    EventKind("supporter", ("contingency", "move", "probability", "value_move", "value_best_other", "days"),
              "{actor}, as supporter in {place}: {move} (probability {probability}; value {value_move}, next best "
              "{value_best_other}).", "contingency", True),
    EventKind("estimate", ("contingency", "days", "target_by_force", "guarantor_helps", "fighting", "control"),
              "{actor} expected in {place}: {days} days to a joint response; answer by force with chance "
              "{target_by_force}, guarantor's support or fighting with {guarantor_helps}; fighting with {fighting}, and "
              "then control of the objective {control}.", "contingency"),
    EventKind("option", ("contingency", "ply", "move", "value", "probability", "draw"),
              "Open to {actor} in {place}: {move}, worth {value}, probability {probability} (draw {draw}).", "contingency"),
    EventKind("unproven", ("contingency", "ply", "move", "chance", "", ""),
              "Without proof of who acted, {actor} could not choose {move} in {place} (chance of proof {chance}).",
              "contingency"),
    EventKind("learned", ("contingency", "about", "before", "after", "law_after", "round"),
              "After round {round} in {place}, {actor} held the resolve of {about} to be {after} (before the crisis "
              "{before}), and that it may act with chance {law_after}.", "contingency"),
    EventKind("round", ("contingency", "round", "ending", "days", "", ""),
              "The crisis in {place} goes on: round {round}, {days} days after the first act; what stands is {ending}.",
              "contingency"),
    EventKind("settled", ("contingency", "ending", "rounds", "days", "", ""),
              "The crisis in {place} ended without fighting by {ending} after {rounds} round(s).", "contingency"),
    EventKind("testimony", ("contingency", "internationalist", "rebalancer", "transactional", "retrencher", ""),
              "What {actor} saw in {place} speaks of the leadership's type with log likelihoods: internationalist "
              "{internationalist}, rebalancer {rebalancer}, transactional {transactional}, retrencher {retrencher}.",
              "contingency"),
    EventKind("pushing", ("contingency", "days", "days_expected", "belief_guarantee", "coast_guards", "hazard"),
              "{actor} set out to push on {days} days of the quarter in {place} (mean of its choice {days_expected}; belief in "
              "the guarantee {belief_guarantee}, coast guards {coast_guards} to 1).", "contingency"),
    EventKind("guarantee", ("obligation", "", "", "", "", ""),
              "The guarantee of {actor} was switched: {obligation} stakes on fighting over standing aside."),
    EventKind("disaster", ("people", "blame", "", "", "", ""),
              "A disaster cost {actor} {people} thousand people."),
    EventKind("unbound", ("contingency", "ply", "move", "chance", "", ""),
              "{actor} does not hold itself bound to fight in {place} (chance {chance}).", "contingency"),
    EventKind("temper", ("temper", "before", "", "", "", ""),
              "The temper of {actor} has changed: {before} before, {temper} now (0 content, 1 opportunist, 2 revisionist)."),
    EventKind("seats", ("chamber", "government_upper", "all_upper", "government_lower", "all_lower", "leads"),
              "After the election the government holds {government_upper} of {all_upper} seats in the upper chamber and "
              "{government_lower} of {all_lower} in the lower."),
)  # fmt: skip
MOVES_OF_KIND: dict[str, tuple[str, ...]] = {
    "challenge": CHALLENGES, "no_challenge": CHALLENGES, "response": RESPONSES, "guarantor": GUARANTEES, "host": ANSWERS,
    "supporter": BACKINGS,
}  # fmt: skip
"""The moves that a code in an event of the kind names."""
MOVES_OF_CODE: dict[str, tuple[str, ...]] = {
    **{kind.name: MOVES_OF_KIND[kind.name] for kind in KINDS if kind.chain and kind.name in MOVES_OF_KIND},
    "response_again": SECONDS,
}
"""The same for the codes that a row keeps; a second answer of the challenger is kept as a further response."""
KIND = {kind.name: number for number, kind in enumerate(KINDS)}
