"""Somebody on the list of a municipality wants an account again: a person looks first. Pure."""

from enum import StrEnum

from b2b.core.errors import Conflict
from b2b.core.lifecycle import Lifecycle
from b2b.core.words import N_


class AdmissionState(StrEnum):
    WAITING = "waiting"
    ADMITTED = "admitted"
    REFUSED = "refused"


class AdmissionAction(StrEnum):
    ADMIT = "admit"
    REFUSE = "refuse"


ADMISSION_LIFECYCLE = Lifecycle(
    "admission",
    {
        (AdmissionState.WAITING, AdmissionAction.ADMIT): AdmissionState.ADMITTED,
        (AdmissionState.WAITING, AdmissionAction.REFUSE): AdmissionState.REFUSED,
        (AdmissionState.REFUSED, AdmissionAction.ADMIT): AdmissionState.ADMITTED,
    },
)


class SomebodyLooksFirst(Conflict):
    """Not a no: a person looks before this account can be made."""

    sentence = N_(
        "Wij kijken eerst even samen. Met dit e-mailadres was er eerder een probleem. Een mens kijkt hiernaar "
        "en mailt je binnen een week. Je hoeft nu niets te doen."
    )
