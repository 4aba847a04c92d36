"""Parameters of the mechanisms of the room `coordination`: name, dims, unit, range, one sentence. Figures: data/evidence."""

from __future__ import annotations

from kaname.words.declare import Param as P

PARAMS: tuple[P, ...] = (
    P("recognition_per_question", (), "coefficient", 0, 5, "Recognition time added per open question of law, as a share."),
    P("recognition_warning", (), "share", 0, 1, "Share of recognition time that full intelligence sharing saves."),
    P("recognition_triggers", (), "share", 0, 1, "Share of recognition time that fully agreed triggers save."),
    P("cabinet_window", (), "coefficient", 0, 10, "Cabinet time added in an election window, as a share."),
    P("cabinet_reluctance", (), "coefficient", 0, 10, "Cabinet time added where nobody supports the use of force, as a share."),
    P("predelegation_reach", (), "share", 0, 1, "Share of recognition and Cabinet time of a first response that could be delegated."),
    P("parliament_window", (), "coefficient", 0, 10, "Parliament's time added in an election window, as a share."),
    P("joint_parallel", (), "coefficient", 0, 5, "Joint decision time added by parallel instead of combined command, as a share."),
    P("joint_without_habit", (), "coefficient", 0, 10, "Joint decision time added where coordination was never practised, as a share."),
    P("joint_per_question", (), "coefficient", 0, 5, "Joint decision time added per open question of law, as a share."),
    P("joint_window", (), "coefficient", 0, 10, "Joint decision time added in the protector's election window, as a share."),
)  # fmt: skip
