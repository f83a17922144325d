"""One outcome on its way from who edited the page to who writes it."""

from functools import cached_property

from pydantic import TypeAdapter

from copydesk.ingest.facts import Facts, facts_of
from copydesk.outcome import Failure, Outcome, Rejection
from copydesk.schema import Article
from copydesk.sinks.jsonl import line_of

_NO_ARTICLE: TypeAdapter[Rejection | Failure] = TypeAdapter(Rejection | Failure)


class Result:
    """
    An outcome, its line of JSON and its facts, each made when it is first asked for.

    A worker sends line and facts; whoever writes lines never needs the outcome itself, which costs
    more to make than to write.
    """

    def __init__(self, line: bytes, facts: Facts) -> None:
        """Take what a worker sent."""
        self.line, self.facts = line, facts

    @classmethod
    def of(cls, outcome: Outcome, seconds: float = 0.0) -> "Result":
        """Take an outcome."""
        result = cls(line_of(outcome), facts_of(outcome, seconds))
        result.outcome = outcome
        return result

    @cached_property
    def outcome(self) -> Outcome:
        """The outcome itself."""
        if self.facts.kind == "article":
            return Article.model_validate_json(self.line)
        return _NO_ARTICLE.validate_json(self.line)
