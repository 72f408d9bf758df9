"""How good and how fast matching is: measured with the statement and the rules that the site uses."""
