"""The site as a load test serves it: settings from the environment, nothing else changed."""

from b2b.config import Settings
from b2b.factory import create_app

app = create_app(Settings.from_environment())
