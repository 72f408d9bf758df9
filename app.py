"""The site for a WSGI server: `granian --interface wsgi app:app`. Its worker runs beside it: `b2b jobs work`."""

import gc

from b2b.config import Settings
from b2b.factory import create_app
from b2b.features import warm_up

app = create_app(Settings.from_environment())

warm_up()

# What was loaded stays: the garbage collector need not look at it again and again.
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
