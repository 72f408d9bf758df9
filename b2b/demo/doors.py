"""Who stands at the door in the demo: Henk and Rob say how they are recognised, and Henk's daughter sees who comes."""

from b2b.agreements import service
from b2b.demo.stage import Stage

KEY, HELPER = "boodschappen", "Rob"
SIGNS = {"Henk": "een blauwe pet, ik zit voor het raam", "Rob": "een fiets met een groot krat"}


def recognise(stage: Stage) -> None:
    """Both sides say how they are recognised."""
    for name, sign in SIGNS.items():
        me = stage.acts(name)
        service.tell_sign(stage.work, stage.meeting(KEY, HELPER), me, sign)


def trust(stage: Stage) -> None:
    """Henk makes the link for his daughter, with his address."""
    stage.acts("Henk")
    service.share(stage.work, stage.meeting(KEY, HELPER), with_address=True)


ACTS = (("3d 09:10", recognise), ("2d 19:20", trust))
"""When what happens, and what."""
