"""What every mail looks like: an example of its words per feature, and the mail they make."""
