"""The core's own outlet: whatever nobody claims, and the comments of markup that many outlets share."""

import pytest

from copydesk import Article, Desk, Page

STORY = "".join(
    f"<p>On {day} the ferry to {port} was late again, and the captain said that the storm would not "
    f"end before the weekend; the harbour office has asked everybody to stay at home.</p>"
    for day, port in (("Monday", "Ayr"), ("Tuesday", "Oban"), ("Friday", "Wick"))
)


def read(comments: str) -> Article:
    page = (
        f"<html><body><article><h1>Ferry late again</h1>{STORY}</article>{comments}</body></html>"
    )
    article = Desk(outlets=[]).edit(Page(page.encode(), "https://ferry.example/late"))
    assert isinstance(article, Article)
    return article


def test_comments_of_usual_classes() -> None:
    """Name, moment and answer of each; neither name nor buttons are its words."""
    article = read(
        "<ol class=comment-list><li class='comment even' id=comment-1><div class=comment-body>"
        "<div class='comment-author vcard'><cite class=fn>Ann Lee</cite> <span class=says>says:</span></div>"
        "<div class=comment-meta><a href=#1><time datetime=2024-03-05T10:00:00+01:00>5 March</time></a></div>"
        "<p>Late as ever.</p><div class=reply><a class=comment-reply-link href=#>Reply</a></div></div>"
        "<ul class=children><li class=comment id=comment-2><div class=comment-body>"
        "<div class=comment-author><cite class=fn>Bo</cite></div><p>Not always.</p></div></li></ul></li></ol>"
    )
    first, second = article.comments
    assert (first.author, first.text, first.parent) == ("Ann Lee", "Late as ever.", None)
    assert first.published is not None
    assert first.published.value == "2024-03-05T10:00:00+01:00"
    assert (second.author, second.text, second.parent) == ("Bo", "Not always.", "c1")
    assert "Late as ever" not in article.text


def test_comments_of_schema_org() -> None:
    """Microdata names the parts of a comment whatever the classes are."""
    article = read(
        "<div itemscope itemtype=https://schema.org/Comment><span itemprop=author>Cy</span>"
        "<time itemprop=dateCreated datetime=2024-03-06>6 March</time>"
        "<div itemprop=text>I took the bus.</div><span itemprop=upvoteCount>7</span></div>"
    )
    (comment,) = article.comments
    assert (comment.author, comment.text, comment.likes) == ("Cy", "I took the bus.", 7)


def test_pages_without_comments() -> None:
    """A form to write the first comment is none."""
    form = "<div id=comments class=comments-area><form class=comment-form><p class=comment-notes>Be kind.</p></form></div>"
    assert read(form).comments == ()


def test_text_of_linked_data() -> None:
    """Where the markup shows the beginning alone, the text that linked data states is the article's."""
    whole = "\\n".join(
        f"The council met for the {n}th time and closed the harbour again." for n in range(20)
    )
    data = f'{{"@type":"NewsArticle","headline":"Harbour shut","isAccessibleForFree":false,"articleBody":"{whole}"}}'
    page = (
        f"<html><head><script type=application/ld+json>{data}</script></head><body><h1>Harbour shut</h1>"
        "<article><p>The council met for the 0th time and closed the harbour again.</p></article></body></html>"
    )
    article = Desk(outlets=[]).edit(Page(page.encode(), "https://ferry.example/shut"))
    assert isinstance(article, Article)
    assert len(article.body) == 20
    assert article.provenance["/body/3"][0].selector == "0:/articleBody"
    assert (article.access, article.completeness) == ("paywalled", "full")


@pytest.mark.parametrize(
    "thread",
    [
        (
            "<div class=comments__item><div class=comments__author>Ann Lee</div><div class=comments__date>5 March 2024</div>"
            "<div class=comments__text>Late.</div><div class=comments__item><div class=comments__author>Bo</div>"
            "<div class=comments__text>No.</div></div></div>"
        ),
        (
            "<div class='comment wpd-comment'><div class=wpd-comment-author>Ann Lee</div><div class=wpd-comment-date"
            " title='March 5, 2024'>last year</div><div class=wpd-comment-text><p>Late.</p></div><div class='comment wpd-comment'>"
            "<div class=wpd-comment-author>Bo</div><div class=wpd-comment-text><p>No.</p></div></div></div>"
        ),
        (
            "<article class=comment><p class=comment__submitted>By <b class=username>Ann Lee</b> on 5 March 2024 - 10:00</p>"
            "<div class=comment__content><h3>Late</h3><div class=field--name-comment-body><p>Late.</p></div></div></article>"
        ),
        (
            "<div class=comment-box><a>#1</a><span class=comment-author>Ann Lee</span><span class=comment-date>2024-03-05</span>"
            "<div class=comment-body>Late.</div><a>Quote</a></div>"
        ),
        (
            "<li class=kmt-item><span class=kmt-author>Ann Lee</span><time datetime=2024-03-05>5 March</time>"
            "<div class=kmt-body><span class=kmt-text>Late.</span></div></li>"
        ),
        (
            "<li class=comment><div class=comment-author><cite class=fn>Ann Lee</cite></div><time datetime=2024-03-05>5 March</time>"
            "<section class='theme-comment-content comment'><p>Late.</p></section></li>"
        ),
        (
            "<div class=commentItem><b class=commentAuthor>Ann Lee</b><i class=commentDate>5 March 2024</i>"
            "<p class=commentText>Late.</p></div>"
        ),
        (
            "<ol class=commentlist><li class=alt id=c-1><cite><a href=x>Ann Lee</a></cite> Says: <br>"
            "<small class=commentmetadata>March 5th, 2024 at 10:00 am</small><p>Late.</p></li></ol>"
        ),
        (
            "<ol class=comment-list><li class=comment><div class=c-head><cite>Ann Lee</cite> <small>March 5, 2024</small></div>"
            "<div class=words><p>Late.</p></div><ul class=children><li class=comment><cite>Bo</cite><p>No.</p></li></ul></li>"
            "<li class=pingback><p>Pingback: <cite>Cy</cite></p></li></ol>"
        ),
        (
            "<ol><li class=comment id=c1><div class=comment-block><div class=comment-header><cite class=user><a>Ann Lee</a></cite>"
            "<span class=datetime>March 5, 2024 at 10:00 AM</span></div><p class=comment-content>Late.</p></div>"
            "<div class=comment-replies><ol><div><li class=comment id=c2><div class=comment-header><cite class=user>Bo</cite></div>"
            "<p class=comment-content>No.</p></li></div></ol></div></li></ol>"
        ),
        (
            "<dl id=comments-block><dt class=comment-author><a href=x>Ann Lee</a> said...</dt><dd class=comment-body><p>Late.</p></dd>"
            "<dd class=comment-footer><span class=comment-timestamp>5 March 2024 10:00</span></dd></dl>"
        ),
        (
            "<div id=disqus_thread><ul><li class=post><header><span class=post-byline><span class=author>Ann Lee</span></span>"
            "<a class=time-ago title='Tuesday, March 5, 2024 10:00 AM'>a year ago</a></header><div class=post-message><p>Late.</p></div>"
            "<ul class=children><li class=post><span class=post-byline><span class=author>Bo</span></span>"
            "<div class=post-message><p>No.</p></div></li></ul></li></ul></div>"
        ),
        (
            "<ul><li class=spcv_list-item><article><span data-spot-im-class=message-username>Ann Lee</span>"
            "<time datetime=2024-03-05T10:00:00Z></time><div data-spot-im-class=message-text>Late.</div></article><ul>"
            "<li class=spcv_list-item><span data-spot-im-class=message-username>Bo</span>"
            "<div data-spot-im-class=message-text>No.</div></li></ul></li></ul>"
        ),
        (
            "<div class=commento-card><a class=commento-name>Ann Lee</a><div class=commento-timeago title='Tue Mar 05 2024 10:00:00'>"
            "a year ago</div><div class=commento-body><p>Late.</p></div><div><div class=commento-card><a class=commento-name>Bo</a>"
            "<div class=commento-body><p>No.</p></div></div></div></div>"
        ),
        (
            "<div class=isso-comment><span class=isso-author>Ann Lee</span><time datetime=2024-03-05T09:00:00Z>1 year ago</time>"
            "<div class=isso-text><p>Late.</p></div><div class=isso-follow-up><div class=isso-comment><span class=isso-author>Bo</span>"
            "<div class=isso-text><p>No.</p></div></div></div></div>"
        ),
        (
            "<div class=gsc-comment><div class=gsc-comment-author><a><span>Ann Lee</span></a><time datetime=2024-03-05T09:00:00Z></time>"
            "</div><div class='markdown gsc-comment-content'><p>Late.</p></div><div class=gsc-replies><div class=gsc-reply>"
            "<div class=gsc-reply-author><a><span>Bo</span></a></div><div class='markdown gsc-reply-content'><p>No.</p></div></div>"
            "</div></div>"
        ),
        (
            "<article class=timeline-comment><div class=comment><header class=comment-header><strong>Ann Lee</strong> commented"
            " <time datetime=2024-03-05T09:00:00Z>on Mar 5</time></header><div class=markdown-body><p>Late.</p></div></div></article>"
        ),
        (
            "<article class=post><div class=post-date><a title='5 March, 2024'>5 Mar</a></div><div class=author>"
            "<h3 class=username><a>Ann Lee</a></h3></div><div class=cooked><p>Late.</p></div></article>"
        ),
        (
            "<div class=coral-thread><div class=coral-comment><span class=coral-comment-username>Ann Lee</span>"
            "<time datetime=2024-03-05T10:00:00Z></time><div class=coral-comment-content>Late.</div></div>"
            "<div class=coral-replyList><div class=coral-comment><span class=coral-comment-username>Bo</span>"
            "<div class=coral-comment-content>No.</div></div></div></div>"
        ),
        (
            "<div class=thread><article class=comment><button class=comment__username>Ann Lee</button><a class=comment__time>2024-03-05"
            " at 10:00</a><div class=comment__text>Late.</div></article><div class=thread><article class=comment>"
            "<button class=comment__username>Bo</button><div class=comment__text>No.</div></article></div></div>"
        ),
        (
            "<div class=comment><div class=comment-content><p>Late.</p></div><p class=comment-footer>Posted by: <a>Ann Lee</a>"
            " | March 05, 2024 at 10:00 AM</p></div>"
        ),
    ],
    ids=[
        "bem",
        "wpdiscuz",
        "drupal",
        "jcomments",
        "komento",
        "theme",
        "camel",
        "kubrick",
        "cite",
        "blogger",
        "blogger-old",
        "disqus",
        "spot-im",
        "commento",
        "isso",
        "giscus",
        "utterances",
        "discourse",
        "coral",
        "remark42",
        "typepad",
    ],
)
def test_comments_of_many_systems(thread: str) -> None:
    """Systems name a comment in their own ways, and its parts in much the same."""
    first, *answers = read(f"<div id=comments>{thread}</div>").comments
    assert (first.author, first.text) == ("Ann Lee", "Late.")
    assert first.published is not None
    assert first.published.value.startswith("2024-03-05")
    assert [(answer.author, answer.text, answer.parent) for answer in answers] in (
        [],
        [("Bo", "No.", "c1")],
    )


def test_the_first_paragraph_stays_though_the_head_repeats_it() -> None:
    """Many sites describe a page by its first paragraph; only a printed dek is no part of the text."""
    first = STORY.split("</p>")[0].removeprefix("<p>")
    page = (
        f'<html><head><meta name=description content="{first}"></head>'
        f"<body><article><h1>Ferry late again</h1>{STORY}</article></body></html>"
    )
    article = Desk(outlets=[]).edit(Page(page.encode(), "https://ferry.example/late"))
    assert isinstance(article, Article)
    assert article.summary == first
    assert article.text.startswith(first)
