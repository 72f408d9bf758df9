"""Every table, imported: for migrations, and so that foreign keys by name are found."""

import b2b.accounts.models
import b2b.agreements.models
import b2b.api.models
import b2b.concerns.models
import b2b.consent.models
import b2b.conversations.models
import b2b.core.audit
import b2b.core.history
import b2b.handoff.models
import b2b.insights.models
import b2b.jobs.models
import b2b.matching.models
import b2b.moderation.models
import b2b.municipalities.models
import b2b.notifications.models
import b2b.paper.models
import b2b.pilots.models
import b2b.posts.models
import b2b.privacy.models
import b2b.promise.models
import b2b.recurring.models
import b2b.risks.models
import b2b.signposts.models
import b2b.thanks.models
import b2b.web.ratelimits  # noqa: F401
