"""Pages of the register and of incidents."""

from b2b.risks.views import incidents, register  # noqa: F401
from b2b.risks.views.blueprint import risks

__all__ = ["risks"]
