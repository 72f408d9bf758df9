"""Tables of review, one file a subject; everybody imports them from here."""

from b2b.moderation.models.complaints import Complaint
from b2b.moderation.models.decisions import Decision
from b2b.moderation.models.desk import Absence, Reading, ReadyText
from b2b.moderation.models.items import ReviewItem
from b2b.moderation.models.notices import Notice, TrustedFlagger
from b2b.moderation.models.outside import OutsideMatter
from b2b.moderation.models.sanctions import Admission, KeptWords, ListedAddress, PoliceReport, Sanction
from b2b.moderation.models.signals import Signal
from b2b.moderation.models.statements import Statement
from b2b.moderation.models.years import FrozenYear

__all__ = [
    "Absence",
    "Admission",
    "Complaint",
    "Decision",
    "FrozenYear",
    "KeptWords",
    "ListedAddress",
    "Notice",
    "OutsideMatter",
    "PoliceReport",
    "Reading",
    "ReadyText",
    "ReviewItem",
    "Sanction",
    "Signal",
    "Statement",
    "TrustedFlagger",
]
