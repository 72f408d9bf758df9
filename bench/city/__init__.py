"""A year of a city of 360,000 people: are its figures counted within a minute, are their pages cheap, and does no
request stay silent past the last rung of the promise?

The rows of the year that is counted are written at once, seeded, by what also lives through the year of the demo. The
promise cannot be written: it is played, verb by verb through the services, with a clock that jumps from one moment at
which something happens to the next. That is a year too, for as many requests of one wijk as `--sample` says.
"""

from bench.city.measuring import PEOPLE, SAMPLE, measure

__all__ = ["PEOPLE", "SAMPLE", "measure"]
