"""Parameters of the mechanisms of the room `law`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

PARAMS: tuple[P, ...] = (
    P("clause_vague_from", (), "share", 0, 1, "Wording of the cyber clause from which it promises something, case by case."),
    P("clause_precise_from", (), "share", 0, 1, "Wording of the cyber clause from which coverage is settled in advance."),
    P("administration_lost_below", (), "share", 0, 1, "Share of the object still held below which administration is in doubt."),
    P("architecture_question", (), "coefficient", 0, 5, "Questions of law that one integrated missile defence adds."),
)  # fmt: skip
