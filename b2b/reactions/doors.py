"""What floors below ask of floors above: each registry they offer, filled at import."""

from b2b.accounts.queries import identity
from b2b.accounts.service.joining import DOORKEEPERS
from b2b.agreements import more as agreed_more
from b2b.agreements import queries as agreement_queries
from b2b.agreements.views import conversation_panel
from b2b.consent.rules import PRIVACY
from b2b.consent.signposts import OWN_NUMBERS
from b2b.consent.views.texts import BELOW
from b2b.conversations import queries as conversation_queries
from b2b.conversations.by_mail import answer_by_mail
from b2b.conversations.urgency import URGENT
from b2b.conversations.views import PANELS as CONVERSATION_PANELS
from b2b.conversations.views import REMARKS, led_on_panel, post_panel
from b2b.handoff import queries as handoff_queries
from b2b.insights.leaving_out import UNCOUNTED
from b2b.jobs.probe import WATCHES
from b2b.matching import inviting
from b2b.matching import service as finding
from b2b.matching.load import HELPED, TIRED
from b2b.matching.queries import named_kinds, probable_task, usual_categories
from b2b.matching.results import PARTS as RESULT_PARTS
from b2b.matching.views import draft_panel, fitting_panel, quiet_panel
from b2b.moderation import queries as reviews
from b2b.moderation import service as moderating
from b2b.moderation.rules import TargetKind
from b2b.moderation.views import watching
from b2b.moderation.views.panels import post_panel as moderation_panel
from b2b.moderation.views.panels import thanks_panel
from b2b.notifications import queries as news
from b2b.notifications import words as news_words
from b2b.notifications.incoming.answers import ANSWERS
from b2b.notifications.views.operating import NOTES
from b2b.paper.views import post_panel as paper_panel
from b2b.posts.panels import DRAFT_PANELS, HELPERS, NAMED, STEP_PARTS, TAPS, TASK_GUESSES
from b2b.posts.panels import ORDERS as KIND_ORDERS
from b2b.posts.panels import PANELS as POST_PANELS
from b2b.posts.reading import READERS
from b2b.privacy.queries import uncounted
from b2b.privacy.queries.security import watch as watch_security
from b2b.privacy.views.keeping import beside_privacy
from b2b.privacy.views.security import operator_note
from b2b.promise import queries as promise_queries
from b2b.promise.views import post_panel as promise_panel
from b2b.reactions.mails import MAIL_CONTEXTS
from b2b.recurring import queries as recurring_queries
from b2b.recurring import views as recurring_views
from b2b.signposts.views import beside_results, beside_step, own_numbers
from b2b.thanks import reading as thanks_reading
from b2b.thanks.views import conversation_panel as thanks_between
from b2b.web import screening

UNCOUNTED.append(uncounted)
news_words.use(MAIL_CONTEXTS)
news_words.DETAILS.append(conversation_queries.told)
news_words.DETAILS.append(promise_queries.told)
identity.UNREAD.append(news.unread_of)
ANSWERS.update(dict.fromkeys(("response-given", "message-sent", "chosen", "response-open-again"), answer_by_mail))
POST_PANELS.append(watching.post_card)
DOORKEEPERS.append(moderating.check_newcomer)
POST_PANELS.append(moderation_panel)
POST_PANELS.append(quiet_panel)
POST_PANELS.append(paper_panel)
POST_PANELS.append(post_panel)
POST_PANELS.append(promise_panel)
POST_PANELS.append(fitting_panel)
DRAFT_PANELS.append(draft_panel)
URGENT.append(promise_queries.is_urgent)
TIRED.append(promise_queries.tired)
HELPED.append(agreement_queries.helped_lately)
HELPED.append(recurring_queries.helped_lately)
agreed_more.ENTRIES.append(recurring_queries.entries)
agreed_more.LISTS.append(recurring_views.list_panel)
agreed_more.LASTS.append(recurring_queries.lasts)
STEP_PARTS.append(beside_step)
RESULT_PARTS.append(beside_results)
OWN_NUMBERS.append(own_numbers)
HELPERS.append(inviting.who_may_help)
KIND_ORDERS.append(usual_categories)
TAPS.append(finding.count_tap)
TASK_GUESSES.append(probable_task)
NAMED.append(named_kinds)
CONVERSATION_PANELS.append(led_on_panel)
CONVERSATION_PANELS.append(conversation_panel)
CONVERSATION_PANELS.append(recurring_views.conversation_panel)
CONVERSATION_PANELS.append(thanks_between)
READERS.append(moderating.read_post)
thanks_reading.READERS.append(moderating.read_thanks)
thanks_reading.PANELS.append(watching.thanks_card)
thanks_reading.PANELS.append(thanks_panel)
REMARKS.append(watching.message_marks)
screening.LOOKS.append(watching.look)
screening.ALARMS.append(watching.alarm)
reviews.ELSEWHERE[TargetKind.HANDOFF] = handoff_queries.FINDER
BELOW.setdefault(PRIVACY, []).append(beside_privacy)
WATCHES.append(watch_security)
NOTES.append(operator_note)
