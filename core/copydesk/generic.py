"""The core's own outlet: whatever nobody else claims."""

from copydesk.outlet import Claim, Outlet
from copydesk.page import Page


class Generic(Outlet):
    """Reads any page by the generic reader; cannot be switched off."""

    name = "generic"

    def claim(self, page: Page) -> Claim:  # noqa: ARG002  # every page
        """Claim every page, below everybody else."""
        return Claim(0.0, ("nobody else claims it",))
