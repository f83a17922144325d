"""Claims on a page: which are sound, and whose are the best."""

from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.outlet import Claim, Outlet
from copydesk.plugins import Plugin


@dataclass(frozen=True, slots=True)
class Candidate:
    """An outlet's claim on a page."""

    plugin: Plugin
    outlet: Outlet
    claim: Claim


def best(candidates: Sequence[Candidate]) -> Sequence[Candidate]:
    """Give those that are surest, of claims in the order in which ties are decided; several are a tie."""
    return [c for c in candidates if c.claim.confidence == candidates[0].claim.confidence]


def sound(claim: object) -> Claim | None:
    """Refuse what cannot be compared with other claims."""
    if claim is None:
        return None
    if not isinstance(claim, Claim):
        raise TypeError(f"claim() returned {type(claim).__name__}, not a Claim or None")
    if not isinstance(claim.confidence, int | float) or not 0 <= claim.confidence <= 1:
        raise ValueError(f"claim() returned a confidence of {claim.confidence!r}, not 0 to 1")
    return claim
