"""Parameters of the mechanisms of the room `stability`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

PROGRAMME = (
    P("tests_base", (), "tests per quarter", 0, 20, "Missile tests in a quarter with things as they are."),
    P("tests_ceiling", (), "tests per quarter", 20, 100, "Most tests that ranges and crews allow in a quarter, as a mean."),
    P("tests_kept", (), "share kept per quarter", 0, 0.99, "Part of the testing tempo's deviation left after a quarter."),
    P("tests_spread", (), "standard deviation", 0, 2, "Spread of the testing tempo (log) beside what is explained."),
    P("tests_sanctions", (), "coefficient", -3, 3, "Effect of enforced sanctions on the log of tests."),
    P("tests_exercises", (), "coefficient", -3, 3, "Effect of joint exercises above the present tempo on the log of tests."),
    P("tests_thaw", (), "coefficient", -3, 3, "Effect of a thaw with the partner on the log of tests."),
    P("tests_talks", (), "coefficient", -3, 3, "Effect of talks, complete or not, on the log of tests."),
    P("tests_success", (), "probability per shot", 0, 1, "Chance that a test succeeds."),
    P("skill_learning", (), "coefficient", 0, 0.1, "Part of the missing reliability learned from one successful test."),
    P("production", ("range",), "missiles per quarter", 0, 40, "Missiles of each range class made in a quarter, sanctions and deals apart."),
    P("production_sanctions", (), "coefficient", -1, 1, "Part of production lost under complete sanctions."),
    P("missiles_life", (), "quarters", 20, 400, "Life of a missile in store."),
    P("deal_compliance", (), "share", 0, 1, "Part of the production that a deal forbids which it really stops."),
    P("deal_dismantling", (), "1/quarter", 0, 0.5, "Part of the missiles that a deal covers dismantled in a quarter."),
)  # fmt: skip

ARSENAL = (
    P("arsenal_plan", (), "warheads", 100, 5000, "Warheads that the rival aims at, its survivability and talks apart."),
    P("arsenal_speed", (), "1/quarter", 0, 0.5, "Share of the way to its aim that the rival's arsenal goes in a quarter."),
    P("arsenal_requirement", (), "warheads", 1, 1000, "Warheads that the rival wants to arrive after being struck first."),
    P("arsenal_survivability", (), "coefficient", -2, 2, "Effect on the aim of a log shortfall of arriving warheads."),
    P("arsenal_talks", (), "coefficient", -2, 2, "Effect on the aim of being in talks on strategic arms."),
    P("arsenal_noise", (), "standard deviation", 0, 0.2, "Quarterly noise of the arsenal's growth (log)."),
    P("arsenal_limit", (), "warheads", 1000, 10000, "Most warheads that material allows."),
)  # fmt: skip

EXCHANGE = (
    P("exchange_vulnerable", ("actor",), "share", 0, 1, "Share of an arsenal that a first strike can reach (silos, ships in port, bases)."),
    P("exchange_counterforce", (), "share", 0, 1, "Share of an arsenal spent on the other's arsenal in a first strike."),
    P("exchange_kill", (), "probability per shot", 0, 1, "Chance that a warhead destroys the weapon it is aimed at."),
    P("exchange_intercept", (), "probability per shot", 0, 1, "Chance that the interceptors sent at a warhead stop it."),
    P("exchange_shots", (), "count", 1, 8, "Interceptors sent at one warhead."),
    P("exchange_damage", (), "warheads", 1, 500, "Warheads that destroy 63 per cent of what is valued."),
    P("homeland_interceptors", ("actor",), "interceptors", 0, 500, "Interceptors that protect the homeland against long-range missiles."),
    P("homeland_upper_share", (), "share", 0, 1, "Share of upper-tier interceptors that one integrated system adds to the homeland's."),
    P("homeland_load", (), "ratio", 0.2, 10, "Warheads that a long-range missile carries."),
    P("homeland_damage", (), "warheads", 0.2, 100, "Warheads that do 63 per cent of the harm that deters a government from helping."),
    P("first_strike_weight", (), "ratio", 0, 1, "Weight of the damage not done to the other in the cost of war (Kent and Thaler's lambda)."),
)  # fmt: skip

PARAMS: tuple[P, ...] = (*PROGRAMME, *ARSENAL, *EXCHANGE)
