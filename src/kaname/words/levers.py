"""The levers of a bargain: what each side can be asked to change, in what unit, and who must consent.

A lever's value lives in `world.lever[place]`; mechanisms read it by the constants below. `as_is` values, targets,
costs and lags are figures of the scenario and the bargains. A lever changes only through `commitments.adoption`,
which asks for consent and waits for the lag: nothing else writes `lever`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Lever:
    """owner: the side that moves it (joint: both). consent: bodies whose consent the default gate needs.

    promise: True where keeping it depends on the protector's administration type.
    """

    name: str
    owner: str
    unit: str
    low: float
    high: float
    consent: tuple[str, ...]
    sentence: str
    promise: bool = False
    dims: ClassVar[tuple[str, ...]] = ()


LEVERS: tuple[Lever, ...] = (
    Lever("defence_share", "ally", "share", 0.0, 0.1, ("ally_cabinet", "ally_parliament"),
          "The ally's goal for military spending as a share of GDP; 0 leaves demand to the burden mechanism."),
    Lever("allocation_denial", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of new procurement for homeland denial (coastal strike, submarines, surface, air)."),
    Lever("allocation_strike", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Share of procurement for strike."),
    Lever("allocation_interceptors", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for missile defence interceptors."),
    Lever("allocation_bases", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for hardening, dispersal and repair of bases."),
    Lever("allocation_cyber", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Share of procurement for ISR and cyber."),
    Lever("allocation_regional", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Share of procurement for roles in the wider region."),
    Lever("dispersal_civil", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_prefecture"),
          "Share of suitable civil airfields opened to military use."),
    Lever("first_responder_readiness", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Readiness of the ally's first responders to act at once."),
    Lever("counterstrike", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Policy on using strike missiles against launchers: 0 none, 1 fully integrated."),
    Lever("regional_role", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "The ally's part in contingencies beyond its territory."),
    Lever("host_support", "ally", "bn USD 2023 per year", 0.0, 20.0, ("ally_cabinet", "ally_parliament"),
          "Host-nation support paid."),
    Lever("decision_predelegation", "ally", "share", 0.0, 1.0, ("ally_cabinet", "ally_parliament"),
          "Share of gray-zone and first-response decisions delegated in advance within the law."),
    Lever("engagement", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Engagement of the rival by the ally."),
    Lever("reconciliation", "ally", "share", 0.0, 1.0, ("ally_cabinet",), "Effort to settle history with the partner."),
    Lever("base_handling", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Handling of base disputes: 0 evasive, 1 an open strategic case."),
    Lever("doctrine", "ally", "share", 0.0, 1.0, ("ally_cabinet",),
          "Mixture of doctrines: 0 forward decisive, 1 active denial."),
    Lever("forward_presence", "protector", "share", 0.0, 1.0, ("protector_executive", "protector_congress"),
          "Share of the protector's forces promised to the theatre in peacetime.", True),
    Lever("arrival_commitment", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "How firmly reinforcement in stated phases is promised.", True),
    Lever("clarity", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Clarity of the promise to fight for the ally's territory.", True),
    Lever("sovereignty_support", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Support for the ally's claim beyond its administration.", True),
    Lever("consultation", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Promise to consult before acting in the region.", True),
    Lever("exercise_tempo", "protector", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Tempo of joint exercises relative to capacity.", True),
    Lever("defence_architecture", "protector", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Missile defence: 0 separate theatre systems, 1 one integrated system."),
    Lever("deal_stance", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Stance to the proliferator's missiles: 0 pressure, 0.5 long-range missiles only, 1 the full package.", True),
    Lever("tariffs", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Tariff on the ally's goods, ad valorem average.", True),
    Lever("reassurance", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Strategic reassurance of the rival.", True),
    Lever("arms_talks", "protector", "share", 0.0, 1.0, ("protector_executive",),
          "Talks on strategic arms with the rival.", True),
    Lever("command_mode", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet", "ally_parliament"),
          "Command: 0 parallel chains, 1 combined."),
    Lever("coordination_use", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "How far the coordination mechanism is used in peacetime."),
    Lever("scope_core", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Level promised on core issues (homeland, remote islands, missile defence, bases, command)."),
    Lever("scope_wide", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Level promised on wider issues (regional, global, sea lanes, cyber, space, industry)."),
    Lever("cyber_clause", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Cyber clause: 0 none, 0.5 case by case, 1 precise."),
    Lever("triggers", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Agreed escalation triggers: 0 none, 0.5 secret, 1 declared."),
    Lever("guidelines_interval", "joint", "quarters", 4.0, 120.0, ("protector_executive", "ally_cabinet"),
          "Quarters between revisions of the guidelines that the parties aim at."),
    Lever("expectation_management", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "How far both sides state what will not be delivered."),
    Lever("trilateral", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Institutional cooperation with the partner."),
    Lever("framework", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Depth aimed at for a multilateral ring around the alliance."),
    Lever("framework_open_door", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Openness of the ring to the rival."),
    Lever("intelligence", "joint", "share", 0.0, 1.0, ("protector_executive", "ally_cabinet"),
          "Depth of intelligence sharing aimed at."),
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(lever.name for lever in LEVERS)
BY_NAME: dict[str, Lever] = {lever.name: lever for lever in LEVERS}
LEVER = {name: place for place, name in enumerate(NAMES)}
CONSENTERS = ("ally_cabinet", "ally_parliament", "ally_prefecture", "protector_executive", "protector_congress")
LEVER_STATES = ("unchanged", "offered", "refused", "agreed", "in_force", "lapsed")
UNCHANGED, OFFERED, REFUSED, AGREED, IN_FORCE, LAPSED = range(len(LEVER_STATES))
