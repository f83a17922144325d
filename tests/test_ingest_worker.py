"""A worker: what it sends of a page that it has no memory for."""

import io
import json
import pickle
from pathlib import Path

import pytest

from copydesk import Page
from copydesk.ingest import Setup, frames, worker
from copydesk.readers import Readers
from copydesk.streams import Ref

PAGE = Page(b"<p>One.</p>", "https://harbour.example/1", source="pages.warc.gz@512")


def sent(found: Ref | Page) -> dict[str, str]:
    """The failure of one page, as the command receives it."""
    out = io.BytesIO()
    batch = pickle.dumps(([found], frozenset()))
    worker.Worker(Setup(), out).serve(io.BytesIO(frames.frame(b"B", batch)))
    done = next(content for kind, content in frames.Frames().feed(out.getvalue()) if kind == b"D")
    failure: dict[str, str] = json.loads(done.split(b"\n", 1)[1])
    return failure


def no_memory(*_: object) -> None:
    raise MemoryError


@pytest.mark.parametrize("place", [Ref(Path("pages.warc.gz"), 512), PAGE])
def test_memory_names_the_record(place: Ref | Page, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page too large to be read, or for its outcome to be written, is told from its neighbours."""
    monkeypatch.delenv("COPYDESK_CONFIG", raising=False)
    monkeypatch.setattr(Readers, "load", no_memory)
    monkeypatch.setattr(worker, "edit_batch", no_memory)
    failure = sent(place)
    assert failure["code"] == "memory"
    assert failure["source"].endswith("pages.warc.gz@512")
    assert failure["url"] == (place.url if isinstance(place, Page) else None)


def test_memory_names_the_page_that_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read of a page before memory ended is told: its address."""
    monkeypatch.delenv("COPYDESK_CONFIG", raising=False)
    monkeypatch.setattr(Readers, "load", lambda *_: PAGE)
    monkeypatch.setattr(worker, "edit_batch", no_memory)
    assert sent(Ref(Path("pages.warc.gz"), 512))["url"] == PAGE.url
