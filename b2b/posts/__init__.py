"""Requests and offers: drafts, posts, the feed of a neighbourhood."""
