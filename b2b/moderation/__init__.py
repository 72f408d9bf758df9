"""Review of posts and notices: what waits, who decides, with which reasons."""
