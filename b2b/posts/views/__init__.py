"""Pages about posts: the feed, placing one, one post."""

from b2b.posts.views import feed, kinds, one, placing, wording
from b2b.posts.views.blueprint import posts

__all__ = ["feed", "kinds", "one", "placing", "posts", "wording"]
