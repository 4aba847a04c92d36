"""The shipped audit is read as it stands: a verdict for every claim of the package, in the words of the audit."""

from __future__ import annotations

from kaname.scenarios.claims import shipped_claims
from kaname.scenarios.shipped_audit import shipped_audit


def test_every_claim_of_the_package_has_a_verdict_of_the_shipped_audit() -> None:
    audit = shipped_audit()
    assert [claim["id"] for claim in audit["claims"]] == list({claim["id"]: 0 for claim in audit["claims"]})
    assert {claim["id"] for claim in audit["claims"]} == {claim.id for claim in shipped_claims()}
    assert {claim["verdict"] for claim in audit["claims"]} <= set(audit["verdicts"])
    assert audit["model"]


def test_a_verdict_is_that_of_a_line_with_a_sentence_and_shares_are_shares() -> None:
    judged = [claim for claim in shipped_audit()["claims"] if claim["lines"]]
    assert judged
    for claim in judged:
        assert all(line["sentence"] for line in claim["lines"])
        assert claim["verdict"] in {line["verdict"] for line in claim["lines"]}
        assert all(0.0 <= share <= 1.0 for line in claim["lines"] for share in line["share"][:1] if share is not None)
