"""The core's own outlet: whatever nobody else claims."""

from copydesk.layout.threads import THREADS
from copydesk.outlet import Claim, Outlet
from copydesk.page import Page


class Generic(Outlet):
    """Reads any page by the generic reader; cannot be switched off."""

    name = "generic"
    layouts = THREADS

    def claim(self, page: Page) -> Claim:  # noqa: ARG002  # every page
        """Claim every page, below everybody else."""
        return Claim(0.0, ("nobody else claims it",))
