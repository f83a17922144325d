"""What a sink must do besides writing for a run to be resumed."""

from typing import Protocol, runtime_checkable

from copydesk.streams import Sink


@runtime_checkable
class Resumable(Sink, Protocol):
    """
    A sink that can go back to where it was.

    A run asks for ``mark``, notes it, and then calls ``keep``; a run that was killed can therefore
    have written more than is noted, or have noted one mark that was not kept.
    """

    def reopen(self, target: str) -> None:
        """
        Make ready to go on with what an ended run has left.

        Raises:
            UsageError: if it is not there, or cannot be written.
        """
        ...

    def mark(self) -> int:
        """Tell how much is written; from then on nothing is kept for good but by ``keep``."""
        ...

    def keep(self) -> None:
        """Keep for good what is written: it survives if this process is killed."""
        ...

    def reaches(self, mark: int) -> bool:
        """Tell whether the output can be taken back to a mark."""
        ...

    def rewind(self, mark: int) -> None:
        """Take it back to a mark, as if nothing had been written since."""
        ...
