"""Create identities at the municipality and passkeys."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "spent_secrets",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk__spent_secrets")),
    )
    op.create_index(op.f("ix__spent_secrets__expires_at"), "spent_secrets", ["expires_at"], unique=False)
    op.create_table(
        "identity_providers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("home_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("issuer", sa.String(length=500), nullable=False),
        sa.Column("client_id", sa.String(length=255), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "client_secret_basic",
                "client_secret_post",
                "private_key_jwt",
                name="clientmethod",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("scope", sa.String(length=200), nullable=False),
        sa.Column("groups_claim", sa.String(length=120), nullable=False),
        sa.Column("strong", sa.JSON(), nullable=False),
        sa.Column("ask_acr", sa.String(length=200), nullable=False),
        sa.Column("hosts", sa.JSON(), nullable=False),
        sa.Column("end_session_url", sa.String(length=500), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["home_id"], ["neighbourhoods.id"], name=op.f("fk__identity_providers__home_id__neighbourhoods")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__identity_providers__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__identity_providers")),
        sa.UniqueConstraint("municipality_id", "issuer", name=op.f("uq__identity_providers__municipality_id_issuer")),
        sa.UniqueConstraint("reference", name=op.f("uq__identity_providers__reference")),
    )
    op.create_table(
        "break_glass",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__break_glass__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__break_glass__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__break_glass")),
        sa.UniqueConstraint("key", name=op.f("uq__break_glass__key")),
        sa.UniqueConstraint("reference", name=op.f("uq__break_glass__reference")),
    )
    op.create_index(op.f("ix__break_glass__municipality_id"), "break_glass", ["municipality_id"], unique=False)
    op.create_table(
        "identity_groups",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=255), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "moderator",
                "coordinator",
                "administrator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__identity_groups__municipality_id__municipalities"),
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__identity_groups__neighbourhood_id__neighbourhoods"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["identity_providers.id"],
            name=op.f("fk__identity_groups__provider_id__identity_providers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__identity_groups")),
        sa.UniqueConstraint(
            "provider_id",
            "name",
            "role",
            "neighbourhood_id",
            name=op.f("uq__identity_groups__provider_id_name_role_neighbourhood_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "member_identities",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("provider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("issuer", sa.String(length=500), nullable=False),
        sa.Column("subject", sa.String(length=255), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["members.id"], name=op.f("fk__member_identities__member_id__members")
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__member_identities__municipality_id__municipalities"),
        ),
        sa.ForeignKeyConstraint(
            ["provider_id"],
            ["identity_providers.id"],
            name=op.f("fk__member_identities__provider_id__identity_providers"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__member_identities")),
        sa.UniqueConstraint(
            "municipality_id", "issuer", "subject", name=op.f("uq__member_identities__municipality_id_issuer_subject")
        ),
    )
    op.create_index(op.f("ix__member_identities__member_id"), "member_identities", ["member_id"], unique=False)
    op.create_index(op.f("ix__member_identities__provider_id"), "member_identities", ["provider_id"], unique=False)
    op.create_table(
        "passkey_offers",
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__passkey_offers__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__passkey_offers__municipality_id__municipalities"),
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk__passkey_offers")),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("member_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("host", sa.String(length=253), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk__passkeys__member_id__members")),
        sa.ForeignKeyConstraint(
            ["municipality_id"], ["municipalities.id"], name=op.f("fk__passkeys__municipality_id__municipalities")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__passkeys")),
        sa.UniqueConstraint("credential_id", name=op.f("uq__passkeys__credential_id")),
        sa.UniqueConstraint("reference", name=op.f("uq__passkeys__reference")),
    )
    op.create_index(op.f("ix__passkeys__member_id"), "passkeys", ["member_id"], unique=False)
    op.create_table(
        "identity_grants",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("identity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "moderator",
                "coordinator",
                "administrator",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("neighbourhood_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["member_identities.id"],
            name=op.f("fk__identity_grants__identity_id__member_identities"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__identity_grants__municipality_id__municipalities"),
        ),
        sa.ForeignKeyConstraint(
            ["neighbourhood_id"],
            ["neighbourhoods.id"],
            name=op.f("fk__identity_grants__neighbourhood_id__neighbourhoods"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk__identity_grants")),
        sa.UniqueConstraint(
            "identity_id",
            "role",
            "neighbourhood_id",
            name=op.f("uq__identity_grants__identity_id_role_neighbourhood_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    op.create_table(
        "provider_sessions",
        sa.Column("session_key", sa.LargeBinary(), nullable=False),
        sa.Column("municipality_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("identity_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sid", sa.String(length=255), nullable=True),
        sa.ForeignKeyConstraint(
            ["identity_id"],
            ["member_identities.id"],
            name=op.f("fk__provider_sessions__identity_id__member_identities"),
        ),
        sa.ForeignKeyConstraint(
            ["municipality_id"],
            ["municipalities.id"],
            name=op.f("fk__provider_sessions__municipality_id__municipalities"),
        ),
        sa.ForeignKeyConstraint(
            ["session_key"],
            ["sessions.key"],
            name=op.f("fk__provider_sessions__session_key__sessions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_key", name=op.f("pk__provider_sessions")),
    )
    op.create_index(op.f("ix__provider_sessions__identity_id"), "provider_sessions", ["identity_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix__provider_sessions__identity_id"), table_name="provider_sessions")
    op.drop_table("provider_sessions")
    op.drop_table("identity_grants")
    op.drop_index(op.f("ix__passkeys__member_id"), table_name="passkeys")
    op.drop_table("passkeys")
    op.drop_table("passkey_offers")
    op.drop_index(op.f("ix__member_identities__provider_id"), table_name="member_identities")
    op.drop_index(op.f("ix__member_identities__member_id"), table_name="member_identities")
    op.drop_table("member_identities")
    op.drop_table("identity_groups")
    op.drop_index(op.f("ix__break_glass__municipality_id"), table_name="break_glass")
    op.drop_table("break_glass")
    op.drop_table("identity_providers")
    op.drop_index(op.f("ix__spent_secrets__expires_at"), table_name="spent_secrets")
    op.drop_table("spent_secrets")
