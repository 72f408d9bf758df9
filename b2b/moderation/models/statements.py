"""Table of statements of reasons: what somebody is told about a restriction (DSA article 17, 3).

The database refuses one that is not complete; the letters are those of the article.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, primary_key
from b2b.moderation.rules.reviews import EXPLANATION_MAX, TargetKind
from b2b.moderation.rules.statements import FACTS_MAX, AccountMeasure, Ground, Source, Visibility

_FILLED = ("territorial_scope", "facts", "automation", "complaint_path", "out_of_court", "court", "channel")


class Statement(SQLModel, table=True):
    """Why something was restricted, as its author reads it. Written once; only its link is taken back.

    `lasting`: without an end date. `names_notifier` is only true where the law leaves no other way.
    `link_number` is in the signed link of the mail: a higher number makes older links worthless.
    """

    __tablename__ = "statements"
    __table_args__ = (
        CheckConstraint("visibility IS NOT NULL OR account IS NOT NULL", name="restricts"),
        CheckConstraint("lasting = (ends_at IS NULL)", name="lasts"),
        CheckConstraint(" AND ".join(f"{name} <> ''" for name in _FILLED), name="filled"),
        CheckConstraint("NOT automated_decision", name="human"),
        CheckConstraint(
            "ground <> 'illegal' OR (legal_ground IS NOT NULL AND legal_ground <> '' "
            "AND why_illegal IS NOT NULL AND why_illegal <> '')",
            name="lawful",
        ),
        CheckConstraint(
            "ground <> 'rules' OR (rule IS NOT NULL AND rule <> '' AND rules_version IS NOT NULL "
            "AND why_incompatible IS NOT NULL AND why_incompatible <> '')",
            name="ruled",
        ),
        CheckConstraint("sent_at <= starts_at", name="in_time"),
        Index("ix__statements__period", "municipality_id", "sent_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    recipient_id: int = link("members.id")
    target_kind: TargetKind = Field(sa_type=by_value(TargetKind))
    # a: what, where, how long
    visibility: Visibility | None = Field(default=None, nullable=True, sa_type=by_value(Visibility))
    account: AccountMeasure | None = Field(default=None, nullable=True, sa_type=by_value(AccountMeasure))
    territorial_scope: str = Field(max_length=120)
    starts_at: datetime
    ends_at: datetime | None = None
    lasting: bool
    # b: what happened, and why somebody looked
    facts: str = Field(max_length=FACTS_MAX)
    facts_at: datetime
    source: Source = Field(sa_type=by_value(Source))
    names_notifier: bool
    # c: the part of a computer in it
    automated_decision: bool
    automated_detection: bool
    automation: str = Field(max_length=500)
    # d or e: the law or the house rule, and why it applies
    ground: Ground = Field(sa_type=by_value(Ground))
    legal_ground: str | None = Field(default=None, max_length=200)
    why_illegal: str | None = Field(default=None, max_length=EXPLANATION_MAX)
    rule: str | None = Field(default=None, max_length=300)
    rules_version: int | None = None
    why_incompatible: str | None = Field(default=None, max_length=EXPLANATION_MAX)
    # f: what somebody can do about it
    complaint_path: str = Field(max_length=120)
    complaint_until: datetime
    out_of_court: str = Field(max_length=500)
    court: str = Field(max_length=500)
    # how it was sent
    sent_at: datetime
    channel: str = Field(max_length=32)
    language: str = Field(max_length=8)
    template_version: str = Field(max_length=16)
    link_number: int = 1

    @property
    def member_id(self) -> int:
        """Return whose statement this is: only they read it."""
        return self.recipient_id

    @property
    def why(self) -> str:
        """Return the moderator's own words."""
        return self.why_illegal or self.why_incompatible or ""

    @property
    def broken_rule(self) -> str:
        """Return the sentence of the law or of the house rules that it rests on."""
        return self.rule or self.legal_ground or ""
