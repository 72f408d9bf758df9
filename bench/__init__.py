"""Speed as ratios: our pages against a bare Flask view on the same server, in the same run.

`bin/bench` seeds posts, starts both servers, loads them in turn and prints CPU per request as a
multiple of the floor. Absolute times say nothing about another machine; ratios do.
"""
