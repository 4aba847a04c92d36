"""The shipped audit is read as it stands: a verdict for every claim of the package, in the words of the audit."""

from __future__ import annotations

from kaname.scenarios.claims import shipped_claims
from kaname.scenarios.shipped_audit import audited_model, shipped_audit, shipped_verdicts


def test_every_claim_of_the_package_has_a_verdict_of_the_shipped_audit() -> None:
    verdicts = shipped_verdicts()
    assert set(verdicts) == {claim.id for claim in shipped_claims()}
    assert {one.verdict for one in verdicts.values()} <= set(shipped_audit()["verdicts"])
    assert audited_model()


def test_the_line_that_decides_is_the_one_that_is_told() -> None:
    claims = {claim["id"]: claim for claim in shipped_audit()["claims"]}
    for name, verdict in shipped_verdicts().items():
        lines = [line for line in claims[name]["lines"] if line["sentence"] == verdict.sentence]
        assert lines
        assert verdict.verdict in {line["verdict"] for line in lines} or claims[name]["verdict"] == verdict.verdict
        if verdict.share is not None:
            assert 0.0 <= verdict.share <= 1.0
