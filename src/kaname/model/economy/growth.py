"""Output grows by a country's own trend, a shock common to all, and what tariffs, blocs and wars take from it.

    shock' = persistence shock + spread z,  z standard normal, one for all actors
    growth[a] = log(1 + drift[a] + trend[a] years) / 4 + loading[a] shock + own spread z[a]
                + bloc effect (ally) - tariff effect (both sides) - war log(1 + own losses) - change of felt war trade
    gdp[a]' = gdp[a] exp(growth[a]);  purchasing-power GDP grows by the same volume

A tariff costs a level of output, once: only the part to which trade has not yet adjusted (`tariff - tariff_felt`)
acts on growth. A bloc of the rival's may cost or bring the ally growth; its sign is free. War takes output from those
who lost people, by the logarithm of thousands lost in the last quarter, for good (the recovery that Organski and Kugler
report is left out); and from all whose trade it cuts, while it is cut (war_trade). Relative output, market and
purchasing-power, is read from here by others: that is how the terms of a bargain age (S33).

Clock: quarter. Units: bn USD 2023; growth is a change of logarithm per quarter; drift is growth per year.
Source: organski_kugler_1980, sipri_2025 (starting values). Systems: S33, S34.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, log
from kaname.core.slots import SLOT
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.economy.war_trade import felt_of_war, war_scale_of
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn, normal
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD

COMMON = SLOT["growth_common"]
COUNTRY = SLOT["growth_country"]
SMALLEST_GDP, LARGEST_GDP, LARGEST_PPP = FIELD["gdp"].low, FIELD["gdp"].high, FIELD["gdp_ppp"].high
WIDEST = 1 / 2


@kernel
def growth(w, p, turn: Turn) -> None:
    """Move every actor's output by one quarter."""
    w.growth_shock = clip(
        p.growth_shock_persistence * w.growth_shock + p.growth_shock_spread * normal(turn, COMMON, 0), -WIDEST, WIDEST
    )
    newly_felt = p.tariff_adjustment * (w.tariff - w.tariff_felt)
    w.tariff_felt = clip(w.tariff_felt + newly_felt, 0.0, 1.0)
    scale = war_scale_of(w, p)
    for a in range(w.gdp.shape[0]):
        change = trend(p, turn, a) + p.growth_loading[a] * w.growth_shock
        change += p.growth_own_spread * normal(turn, COUNTRY, a)
        felt = felt_of_war(w, p, a, scale)
        change -= felt - w.war_trade_felt[a] + p.growth_war * log(1.0 + w.casualties[a])
        w.war_trade_felt[a] = felt
        if a == p.ally:
            change += p.growth_bloc * (w.bloc_weight - p.bloc_normal) / QUARTERS_A_YEAR
            change -= p.growth_tariff_ally * newly_felt
        elif a == p.protector:
            change -= p.growth_tariff_protector * newly_felt
        change = clip(change, -WIDEST, WIDEST)
        w.growth[a] = change
        w.gdp[a] = clip(w.gdp[a] * exp(change), SMALLEST_GDP, LARGEST_GDP)
        w.gdp_ppp[a] = clip(w.gdp_ppp[a] * exp(change), SMALLEST_GDP, LARGEST_PPP)


@kernel
def trend(p, turn: Turn, a: int) -> float:
    """Trend growth of the actor this quarter, as a change of logarithm; the rival's carries a doubt of its own."""
    years = turn.quarter / QUARTERS_A_YEAR
    yearly = p.growth_drift[a] + p.growth_trend[a] * years
    if a == p.rival:
        yearly += p.growth_rival_doubt
    return log(1.0 + yearly) / QUARTERS_A_YEAR


FIELDS = (
    Field("gdp", ("actor",), "bn USD 2023", 0.1, 1e6, "public",
          "Gross domestic product at market rates, constant 2023 dollars."),
    Field("growth_shock", (), "1/quarter", -0.5, 0.5, "public", "Common AR(1) shock to growth."),
    Field("growth", ("actor",), "log", -1, 1, "public", "Growth of GDP this quarter (change of its logarithm)."),
    Field("gdp_ppp", ("actor",), "bn USD 2023 PPP", 0.1, 2e6, "public",
          "Gross domestic product at purchasing-power parity."),
    Field("tariff_felt", (), "share", 0, 1, "public", "Tariff to which the ally's trade has adjusted."),
)  # fmt: skip
PARAMS = (
    Param("growth_drift", ("actor",), "signed share", -0.1, 0.2, "Trend growth of GDP per year at the start."),
    Param("growth_trend", ("actor",), "share per year", -0.01, 0.01,
          "Change of trend growth per year, from ageing and catching up."),
    Param("growth_rival_doubt", (), "signed share", -0.05, 0.05,
          "Doubt of the rival's trend growth per year, added to it."),
    Param("growth_shock_persistence", (), "share kept per quarter", 0, 0.95,
          "Part of the common shock that is left after a quarter."),
    Param("growth_shock_spread", (), "standard deviation", 0, 0.03, "Spread of the common shock to quarterly growth."),
    Param("growth_loading", ("actor",), "coefficient", 0, 3, "How strongly the common shock reaches the actor."),
    Param("growth_own_spread", (), "standard deviation", 0, 0.03, "Spread of each actor's own quarterly growth shock."),
    Param("tariff_adjustment", (), "share per quarter", 0, 1,
          "Part of a change of tariff to which trade adjusts in a quarter."),
    Param("growth_tariff_ally", (), "log", -0.2, 0.3, "Output that the ally loses for a tariff of 100 per cent, once."),
    Param("growth_tariff_protector", (), "log", -0.2, 0.3,
          "Output that the protector loses for a tariff of 100 per cent on the ally, once."),
    Param("growth_bloc", (), "signed share", -0.1, 0.1,
          "Change of the ally's yearly growth as the rival's bloc goes from none to all of the region."),
    Param("growth_war", (), "log", 0, 0.3,
          "Output lost in the quarter after losses, per logarithm of thousands of its people lost."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Output grows by trend, a common shock and own luck, less what tariffs, blocs and wars take.",
    source=("organski_kugler_1980", "sipri_2025", "bloomberg_cost_of_war_2024"),
    systems=("S33", "S34"),
    run=growth,
    core=True,
)
