from kaname.model.crisis.tempo import MECHANISM
from kaname.model.world.contract import check_mechanism
def test_it_touches_what_it_declares() -> None:
    check_mechanism(MECHANISM)
