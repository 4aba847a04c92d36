"""The levers of a bargain: what each side can be asked to change, in what unit, and who must consent.

A lever's value lives in `world.lever[place]`; mechanisms read it by the constants below. `as_is` values, targets,
costs and lags are figures of the scenario and the bargains. A lever changes only through `commitments.adoption`,
which asks for consent and waits for the lag: nothing else writes `lever`.

Beside each lever stands what the literature expects of moving it from its low to its high bound, and who says so; the
audit of levers (study.lever_audit) holds the model against it. An expectation moves nothing in a run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

OPEN = 0
"""The sign of an expectation on which the literature is split."""


@dataclass(frozen=True)
class Expected:
    """What the literature expects of an outcome when the lever goes from low to high.

    sign: 1 rises, -1 falls, OPEN where the literature is split; says: keys of the bibliography; of: a parameter that
    names whose outcome it is, an actor (`ally`) or the contingencies it marks (`cyber_case`); the sum over all
    contingencies, or the outcome itself, where it is left out.
    """

    outcome: str
    sign: int
    says: tuple[str, ...]
    of: str = ""


@dataclass(frozen=True)
class Lever:
    """owner: the side that moves it (joint: both). consent: bodies whose consent the default gate needs.

    prevails: True where the ally's parliament votes on a treaty or a budget, so that its lower chamber's vote prevails.
    promise: True where keeping it depends on the protector's administration type. expects: see Expected; span: what an
    audit moves it between, where a bound has a meaning of its own or nobody would ask for it.
    """

    name: str
    owner: str
    unit: str
    low: float
    high: float
    consent: tuple[str, ...]
    sentence: str
    promise: bool = False
    expects: tuple[Expected, ...] = ()
    span: tuple[float, float] | None = None
    prevails: bool = False
    dims: ClassVar[tuple[str, ...]] = ()


LEVERS: tuple[Lever, ...] = (
    Lever("defence_share", "ally", "share", 0.0, 0.1, ("ally_cabinet", "ally_parliament"),
          "The ally's goal for military spending as a share of GDP; 0 leaves demand to the burden mechanism.",
          expects=(Expected("challenges", -1, ("huth_1988",)),
                  Expected("presence", OPEN, ("sandler_hartley_2001", "olson_zeckhauser_1966"))),
          span=(0.01, 0.05), prevails=True),
    Lever("allocation_denial", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of new procurement for homeland denial (coastal strike, submarines, surface, air).",
          expects=(Expected("seizures", -1, ("huth_1988", "heginbotham_samuels_2018"), "homeland_case"),)),
    Lever("allocation_strike", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Share of procurement for strike.",
          expects=(Expected("challenges", OPEN, ("pacificforum2013", "schelling_1966"), "missile_case"),)),
    Lever("allocation_interceptors", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for missile defence interceptors.",
          expects=(Expected("seizures", -1, ("wilkening_2000",), "missile_case"),)),
    Lever("allocation_bases", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for hardening, dispersal and repair of bases.",
          expects=(Expected("force_in_being", 1, ("heginbotham_samuels_2018", "hudson_concrete_sky_2025")),)),
    Lever("allocation_cyber", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Share of procurement for ISR and cyber.",
          expects=(Expected("challenges", OPEN, ("pollmann2019",), "cyber_case"),)),
    Lever("allocation_regional", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for roles in the wider region.",
          expects=(Expected("trust_protector", 1, ("solomon2018",)),)),
    Lever("dispersal_civil", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_prefecture"),
          "Share of suitable civil airfields opened to military use.",
          expects=(Expected("force_in_being", 1, ("heginbotham2018", "hudson_concrete_sky_2025")),)),
    Lever("first_responder_readiness", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Readiness of the ally's first responders to act at once.",
          expects=(Expected("seizures", -1, ("huth_1988", "pacificforum2013")),)),
    Lever("counterstrike", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Policy on using strike missiles against launchers: 0 none, 1 fully integrated.",
          expects=(Expected("challenges", OPEN, ("pacificforum2013", "schelling_1966"), "missile_case"),)),
    Lever("regional_role", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "The ally's part in contingencies beyond its territory.",
          expects=(Expected("trust_protector", 1, ("solomon2018", "heginbotham2018")),)),
    Lever("host_support", "ally", "bn USD 2023 per year", 0.0, 20.0, ("ally_cabinet", "ally_parliament"),
          "Host-nation support paid.",
          expects=(Expected("presence", 1, ("calder_2007",)),
                  Expected("trust_protector", 1, ("calder_2007",))), prevails=True),
    Lever("decision_predelegation", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Share of gray-zone and first-response decisions delegated in advance within the law.",
          expects=(Expected("decision_days", -1, ("heginbotham2018",)),
                  Expected("seizures", -1, ("heginbotham2018",)))),
    Lever("engagement", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Engagement of the rival by the ally.",
          expects=(Expected("tension_rival", -1, ("soeya2001",)),
                  Expected("challenges", OPEN, ("soeya2001", "snyder_1984")))),
    Lever("reconciliation", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Effort to settle history with the partner.",
          expects=(Expected("challenges", OPEN, ("heginbotham2018",)),)),
    Lever("base_handling", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Handling of base disputes: 0 evasive, 1 an open strategic case.",
          expects=(Expected("base_opposition", -1, ("calder_2007",)),)),
    Lever("doctrine", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Mixture of doctrines: 0 forward decisive, 1 active denial.",
          expects=(Expected("force_in_being", 1, ("heginbotham_samuels_2018",)),
                  Expected("tension_rival", OPEN, ("jervis_1978",)))),
    Lever("forward_presence", "protector", "share", 0.0, 1.0, ("protector_executive", "protector_congress"),
          "Share of the protector's forces promised to the theatre in peacetime.", True,
          expects=(Expected("challenges", -1, ("schelling_1966", "huth_1988")),
                  Expected("base_opposition", 1, ("calder_2007",)))),
    Lever("arrival_commitment", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "How firmly reinforcement in stated phases is promised.", True,
          expects=(Expected("belief_rival", 1, ("pollmann2019",)),
                  Expected("seizures", -1, ("pollmann2019", "huth_1988")))),
    Lever("clarity", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Clarity of the promise to fight for the ally's territory.", True,
          expects=(Expected("belief_rival", 1, ("schelling_1966", "fearon_1997")),
                  Expected("challenges", -1, ("schelling_1966", "fearon_1997")))),
    Lever("sovereignty_support", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Support for the ally's claim beyond its administration.", True,
          expects=(Expected("trust_ally", 1, ("pacificforum2013",)),
                  Expected("challenges", OPEN, ("pacificforum2013", "pollmann2019")))),
    Lever("consultation", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Promise to consult before acting in the region.", True,
          expects=(Expected("surprises", -1, ("soeya2001",)),
                  Expected("trust_ally", 1, ("soeya2001", "snyder_1984")))),
    Lever("exercise_tempo", "protector", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Tempo of joint exercises relative to capacity.", True,
          expects=(Expected("belief_rival", 1, ("fearon_1997",)),
                  Expected("programme", OPEN, ("bapat_2013",)))),
    Lever("defence_architecture", "protector", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Missile defence: 0 separate theatre systems, 1 one integrated system.",
          expects=(Expected("first_strike_stability", -1, ("kent_thaler_1989",)),
                  Expected("rival_warheads", 1, ("richardson_1960",)))),
    Lever("deal_stance", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Stance to the proliferator's missiles: 0 pressure, 0.5 long-range missiles only, 1 the full package.", True,
          expects=(Expected("programme", -1, ("solomon2018",)),)),
    Lever("tariffs", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Tariff on the ally's goods, ad valorem average.", True,
          expects=(Expected("trust_ally", -1, ("solomon2018", "gowa_1994")),
                  Expected("nuclear_option", 1, ("singh_way_2004",)))),
    Lever("reassurance", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Strategic reassurance of the rival.", True,
          expects=(Expected("tension_rival", -1, ("pacificforum2013",)),
                  Expected("abandonment_fear", 1, ("snyder_1984",)))),
    Lever("arms_talks", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Talks on strategic arms with the rival.", True,
          expects=(Expected("first_strike_stability", 1, ("schelling_1966",)),
                  Expected("rival_warheads", -1, ("schelling_1966",)))),
    Lever("command_mode", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet", "ally_parliament"),
          "Command: 0 parallel chains, 1 combined.",
          expects=(Expected("decision_days", -1, ("heginbotham2018",)),)),
    Lever("coordination_use", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "How far the coordination mechanism is used in peacetime.",
          expects=(Expected("decision_days", -1, ("heginbotham2018",)),)),
    Lever("scope_core", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Level promised on core issues (homeland, remote islands, missile defence, bases, command).",
          expects=(Expected("unmet_ally", OPEN, ("pollmann2019", "leeds_long_mitchell_2000")),)),
    Lever("scope_wide", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Level promised on wider issues (regional, global, sea lanes, cyber, space, industry).",
          expects=(Expected("unmet_protector", OPEN, ("soeya2001", "pollmann2019")),)),
    Lever("cyber_clause", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Cyber clause: 0 none, 0.5 case by case, 1 precise.",
          expects=(Expected("challenges", OPEN, ("pollmann2019",), "cyber_case"),)),
    Lever("triggers", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Agreed escalation triggers: 0 none, 0.5 secret, 1 declared.",
          expects=(Expected("challenges", -1, ("schelling_1966",)),)),
    Lever("guidelines_interval", "joint", "quarters", 4.0, 120.0, ("protector_executive", "ally_cabinet"),
          "Quarters between revisions of the guidelines that the parties aim at.",
          expects=(Expected("revisions", -1, ("guidelines_dates",)),)),
    Lever("expectation_management", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "How far both sides state what will not be delivered.",
          expects=(Expected("unmet_ally", -1, ("pollmann2019",)),
                  Expected("unmet_protector", -1, ("pollmann2019",)))),
    Lever("trilateral", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Institutional cooperation with the partner.",
          expects=(Expected("challenges", OPEN, ("pacificforum2013", "walt_1987")),)),
    Lever("framework", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Depth aimed at for a multilateral ring around the alliance.",
          expects=(Expected("framework_depth", 1, ("soeya2001",)),
                  Expected("challenges", OPEN, ("soeya2001", "walt_1987")))),
    Lever("framework_open_door", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Openness of the ring to the rival.",
          expects=(Expected("tension_rival", -1, ("soeya2001",)),)),
    Lever("intelligence", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Depth of intelligence sharing aimed at.",
          expects=(Expected("perception_gap", -1, ("bennett_1977",)),
                  Expected("decision_days", -1, ("heginbotham2018",)))),
    Lever("bridge", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "The ally's mediation between protector and rival.",
          expects=(Expected("trust_protector", OPEN, ("soeya2001",)),
                  Expected("tension_rival", OPEN, ("soeya2001",)))),
    Lever("mediation", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "The ally's mediation with the proliferator.",
          expects=(Expected("programme", OPEN, ("heginbotham2018",)),)),
    Lever("coalition_building", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "The ally's effort to bring others into sanctions on the proliferator.",
          expects=(Expected("programme", OPEN, ("heginbotham2018", "bapat_2013")),)),
    Lever("pact_membership", "protector", "share", 0.0, 1.0, ("protector_executive", "protector_congress"),
          "The protector's membership of the ally's regional trade pact.", True,
          expects=(Expected("trust_ally", OPEN, ("heginbotham2018",)),
                  Expected("rival_bloc", OPEN, ("heginbotham2018", "gowa_1994")))),
    Lever("shield_part", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "The ally's part in one integrated missile defence: 0 stays out, 1 takes part in all of it.",
          expects=(Expected("treaty_need", OPEN, ("soeya2001",)),)),
    Lever("neighbour_pact", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Mutual defence pacts of the ally with its neighbours.",
          expects=(Expected("neighbour_force", 1, ("walt_1987",)),
                  Expected("seizures", OPEN, ("solomon2018", "walt_1987"), "homeland_case")), prevails=True),
    Lever("rear_area_rule", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Where the ally may support others in war: 0 in areas without combat (1999), 1 all but its scene (2015).",
          expects=(Expected("support_lost", OPEN, ("soeya2001",)),)),
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(lever.name for lever in LEVERS)
BY_NAME: dict[str, Lever] = {lever.name: lever for lever in LEVERS}
LEVER = {name: place for place, name in enumerate(NAMES)}
CONSENTERS = ("ally_cabinet", "ally_parliament", "ally_prefecture", "protector_executive", "protector_congress")
LEVER_STATES = ("unchanged", "offered", "refused", "agreed", "in_force", "lapsed")
UNCHANGED, OFFERED, REFUSED, AGREED, IN_FORCE, LAPSED = range(len(LEVER_STATES))
