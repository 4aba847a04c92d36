"""Public debt grows with interest, shrinks with growth, and takes up what is borrowed for new military spending.

    squeeze(D) = logistic((D - limit) / width)                       how far lenders and voters refuse further borrowing
    extra = max(0, share + levelled / gdp - normal share);  borrowed = part (1 - squeeze) extra;  cut = extra - borrowed
    D' = D (1 + r / 4) / exp(growth) + (balance - reaction max(0, D - limit) + borrowed) / 4
    r = interest + premium squeeze

The normal share is the one at the start: military spending up to it is inside the balance. What is not borrowed is cut
elsewhere (`deficit_cut`), which politics.capital reads as the price at home. Where the limit lies is a judgement with a
wide range: no source gives it, and the finding that autonomy is unaffordable (S32) leans on it.

Clock: quarter. Units: debt, balance and cut as shares of yearly GDP; interest is real growth per year.
Source: bohn_1998, heginbotham2018. Systems: S32.
"""

from __future__ import annotations

from kaname.core.kernel import kernel
from kaname.core.maths import clip, exp, logistic, ratio
from kaname.core.units import QUARTERS_A_YEAR
from kaname.model.world.mechanism import Mechanism
from kaname.model.world.turn import Turn
from kaname.words.declare import Field, Param
from kaname.words.fields import BY_NAME as FIELD

LARGEST_DEBT = FIELD["debt"].high


@kernel
def debt(w, p, turn: Turn) -> None:
    """Move every actor's debt by one quarter and say what military spending crowds out."""
    for a in range(w.debt.shape[0]):
        held = squeeze(w.debt[a], p.debt_limit[a], p.debt_width)
        share = w.defence_share[a] + p.levelled_spending[a] / w.gdp[a]
        extra = max(0.0, share - p.burden_normal[a])
        borrowed = p.debt_borrowed_part * (1.0 - held) * extra
        deficit = p.debt_balance[a] - p.debt_reaction * max(0.0, w.debt[a] - p.debt_limit[a]) + borrowed
        interest = (p.debt_interest[a] + p.debt_premium * held) / QUARTERS_A_YEAR
        carried = w.debt[a] * (1.0 + interest) / exp(w.growth[a])
        w.debt[a] = clip(carried + deficit / QUARTERS_A_YEAR, 0.0, LARGEST_DEBT)
        w.deficit_cut[a] = clip(extra - borrowed, 0.0, 1.0)


@kernel
def squeeze(level: float, limit: float, width: float) -> float:
    """Refusal of further borrowing at a level of debt: 0 far below the limit, 1/2 at it, 1 far above."""
    return logistic(ratio(level - limit, width, 0.0))


FIELDS = (
    Field("debt", ("actor",), "share of GDP", 0, 20, "public", "Public debt as a share of GDP."),
    Field("deficit_cut", ("actor",), "share", 0, 1, "public",
          "Part of other spending crowded out by military spending, share of GDP."),
)  # fmt: skip
PARAMS = (
    Param("debt_limit", ("actor",), "share of GDP", 0.1, 10,
          "Debt at which lenders and voters refuse half of any further borrowing."),
    Param("debt_width", (), "share of GDP", 0.01, 2, "How gradually refusal sets in around the limit."),
    Param("debt_borrowed_part", (), "share", 0, 1,
          "Part of additional military spending that is borrowed while debt is far below its limit."),
    Param("debt_balance", ("actor",), "signed share", -0.2, 0.2,
          "Primary deficit per year at normal military spending, share of GDP."),
    Param("debt_reaction", (), "coefficient", 0, 1,
          "Consolidation per year for each unit of debt above the limit, share of GDP."),
    Param("debt_interest", ("actor",), "signed share", -0.1, 0.2, "Effective real interest on public debt per year."),
    Param("debt_premium", (), "share", 0, 0.3, "Interest added when borrowing is refused altogether."),
)  # fmt: skip
MECHANISM = Mechanism(
    sentence="Debt carries interest, growth erodes it, and near its limit new military spending crowds out other "
    "spending.",
    source=("bohn_1998", "heginbotham2018"),
    systems=("S32",),
    run=debt,
    core=True,
)
