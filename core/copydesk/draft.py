"""An article in the making: values and, beside each, the evidence for it."""

from collections.abc import Iterable
from typing import Any

from copydesk.extract.found import Found, Method, Trace
from copydesk.schema import Evidence


class Draft:
    """Collects fields and writes their provenance; one for each reading."""

    def __init__(self, plugin: str, layout: str | None) -> None:
        """Name who reads: the plugin, and the layout it has chosen."""
        self._plugin, self._layout = plugin, layout
        self.values: dict[str, Any] = {}
        self.provenance: dict[str, tuple[Evidence, ...]] = {}
        self._known: dict[tuple[Method, bool], Evidence] = {}
        """The first evidence by each method, with the layout and without."""

    def put(
        self,
        field: str,
        found: Found[Any] | tuple[Found[Any], ...] | None,
        *,
        by_layout: bool = False,
    ) -> bool:
        """Take a field's value or values; False where there is none to take."""
        if not found:
            return False
        if isinstance(found, tuple):
            self.put_all(field, found, by_layout=by_layout)
        else:
            self.values[field] = found.value
            self._note(f"/{field}", found.trace, by_layout=by_layout)
        return True

    def put_all(self, field: str, found: Iterable[Found[Any]], *, by_layout: bool = False) -> None:
        """Take the values of a field, each once it is given; a field of none is left out."""
        values = []
        for number, part in enumerate(found):
            values.append(part.value)
            self._note(f"/{field}/{number}", part.trace, by_layout=by_layout)
        if values:
            self.values[field] = tuple(values)

    def part(self, field: str, number: int) -> Found[Any]:
        """Give one of a field's values with its first trace."""
        known = self.provenance[f"/{field}/{number}"][0]
        trace = Trace(known.method, known.selector, known.raw)
        return Found(self.values[field][number], trace)

    def _note(self, pointer: str, trace: Trace, *, by_layout: bool) -> None:
        kind = trace.method, by_layout
        known = self._known.get(kind)
        if known is None:
            known = self._known[kind] = self._evidence(trace, by_layout=by_layout)
        self.provenance[pointer] = (known.of(trace.selector, _folded(trace.raw)),)

    def _evidence(self, trace: Trace, *, by_layout: bool) -> Evidence:
        # A model remembers which fields it was given: of five the set takes 500 bytes more.
        layout = {"layout": self._layout} if by_layout and self._layout else {}
        return Evidence(
            plugin=self._plugin,
            method=trace.method,
            selector=trace.selector,
            raw=_folded(trace.raw),
            **layout,
        )


def _folded(raw: str) -> str:
    """Fold white space; most texts have none but single spaces, which is told much faster."""
    is_plain = raw.isprintable() and "  " not in raw and raw[:1] != " " and raw[-1:] != " "
    return raw if is_plain else " ".join(raw.split())
