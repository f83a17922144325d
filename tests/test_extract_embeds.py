"""What a text embeds of other sites, in the markup that networks, systems and AMP write."""

import pytest

from copydesk import Page
from copydesk.extract.body.builder import Builder
from copydesk.extract.body.walk import Walk
from copydesk.extract.context import Context
from copydesk.schema import Embed


def embeds(markup: str) -> list[Embed]:
    html = f"<html><body><p>Before.</p>{markup}<p>After.</p></body></html>"
    page = Page(html.encode(), "https://quay.example/1")
    body = page.tree.body
    assert body is not None
    blocks = [found.value for found in Builder(Context(page)).body(Walk(page).run(body).pieces)]
    assert [b.type for b in blocks if b.type != "embed"] == ["paragraph", "paragraph"]
    return [block for block in blocks if isinstance(block, Embed)]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ('<iframe src="https://www.youtube.com/embed/a"></iframe>', "https://www.youtube.com/embed/a"),
        ('<iframe data-src="https://player.example/a"></iframe>', "https://player.example/a"),
        ('<lite-youtube videoid="a"></lite-youtube>', "https://www.youtube.com/watch?v=a"),
        ('<amp-youtube data-videoid="a"></amp-youtube>', "https://www.youtube.com/watch?v=a"),
        ('<amp-twitter data-tweetid="1"></amp-twitter>', "https://twitter.com/i/web/status/1"),
        ("<figure class=wp-block-embed><div>\nhttps://vimeo.com/1\n</div></figure>", "https://vimeo.com/1"),
        ('<video controls><source src="/a.mp4"></video>', "https://quay.example/a.mp4"),
        ('<figure><audio controls src="/a.mp3"></audio></figure>', "https://quay.example/a.mp3"),
        ('<object data="https://www.youtube.com/v/a"></object>', "https://www.youtube.com/v/a"),
        ('<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>', "https://www.facebook.com/a/posts/1"),
        ('<div class="flourish-embed" data-src="visualisation/1"></div>', "https://flo.uri.sh/visualisation/1/embed"),
        ('<script src="https://telegram.org/w.js" data-telegram-post="quay/1"></script>', "https://t.me/quay/1"),
        ('<script src="https://gist.github.com/quay/1a.js"></script>', "https://gist.github.com/quay/1a"),
    ],
)  # fmt: skip
def test_an_embed_says_where_it_is(markup: str, url: str) -> None:
    """By its address, or by what the element's script makes of a number."""
    (found,) = embeds(markup)
    assert found.url == url


@pytest.mark.parametrize(
    ("network", "more", "inside", "url"),
    [
        ("twitter-tweet", "", '<p>Hi</p>— Q <a href="https://x.com/q/status/1">May 1</a>', "https://x.com/q/status/1"),
        ("instagram-media", 'data-instgrm-permalink="https://www.instagram.com/p/A/"', "<p>Hi</p>", "https://www.instagram.com/p/A/"),
        ("tiktok-embed", 'cite="https://www.tiktok.com/@q/video/1"', '<a href="https://www.tiktok.com/@q">@q</a>', "https://www.tiktok.com/@q/video/1"),
        ("reddit-embed-bq", "", '<a href="https://www.reddit.com/r/q/1/">Hi</a> by <a href="https://www.reddit.com/u/q/">q</a>', "https://www.reddit.com/r/q/1/"),
        ("bluesky-embed", "", '<p>Hi</p>(<a href="https://bsky.app/q">@q</a>) <a href="https://bsky.app/q/post/1">May 1</a>', "https://bsky.app/q/post/1"),
    ],
)  # fmt: skip
def test_a_post_leads_to_itself(network: str, more: str, inside: str, url: str) -> None:
    """A post's words are kept, and the address is its own, not its author's."""
    (found,) = embeds(f'<blockquote class="{network}" {more}>{inside}</blockquote>')
    assert (found.url, bool(found.text)) == (url, True)


@pytest.mark.parametrize(
    "markup",
    [
        '<iframe src="https://www.googletagmanager.com/ns.html?id=1"></iframe>',
        '<iframe src="https://ad.doubleclick.net/x"></iframe>',
        '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
        '<audio controls src="/read-aloud.mp3"></audio>',
        "<script>var a = 1;</script>",
        "<lite-youtube></lite-youtube>",
        "<div class='fb-post'></div>",
    ],
)
def test_what_embeds_nothing_of_the_text(markup: str) -> None:
    """Advertising, counters, buttons, players that read the text out, and what names no address."""
    assert embeds(markup) == []
