"""Forms of review: a moderator's decision, anybody's notice, and what the desk needs."""

from b2b.moderation.forms.complaining import AdmissionForm, JudgeForm, ObjectForm, ReviewForm
from b2b.moderation.forms.deciding import DecideForm
from b2b.moderation.forms.desk import AwayForm, FlaggerForm, HoldForm, SeenForm, TextForm
from b2b.moderation.forms.noticing import NoticeForm
from b2b.moderation.forms.outside import OutsideDoneForm, OutsideForm
from b2b.moderation.forms.recording import PoliceForm

__all__ = [
    "AdmissionForm",
    "AwayForm",
    "DecideForm",
    "FlaggerForm",
    "HoldForm",
    "JudgeForm",
    "NoticeForm",
    "ObjectForm",
    "OutsideDoneForm",
    "OutsideForm",
    "PoliceForm",
    "ReviewForm",
    "SeenForm",
    "TextForm",
]
