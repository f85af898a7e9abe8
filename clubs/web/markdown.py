"""People's own text: a little Markdown, no HTML, only links that are links."""

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_parser = MarkdownIt("commonmark", {"html": False, "breaks": True}).disable(
    ["image", "heading", "lheading", "html_inline", "html_block", "code", "fence"]
)
_TAGS = {"p", "br", "em", "strong", "ul", "ol", "li", "a", "blockquote", "hr", "code"}


def rendered(text: str) -> Markup:
    """Safe HTML of a text; links go to http, https and mail addresses only."""
    html = nh3.clean(
        _parser.render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer nofollow",
    )
    return Markup(html)  # cleaned by nh3 in the line above
