"""Everything anyone can be allowed to do. Each has a docstring: it is the text of the matrix."""

from enum import Enum


class Permission:
    """The names, by the thing they are about."""

    class Post(Enum):
        READ = "post:read"
        """See a post: everybody, every proven neighbour or who was asked when it is placed, else its author and its judges."""
        CREATE = "post:create"
        """Place a request or an offer."""
        MANAGE = "post:manage"
        """Change, close, extend or hand over one's own post."""
        ANSWER = "post:answer"
        """React to somebody else's post."""
        DECLINE = "post:decline"
        """Say that a quiet request, asked of oneself, does not suit now: no reason needed."""
        INVITE = "post:invite"
        """Ask more neighbours quietly: its author, and moderators who look for somebody."""
        MODERATE = "post:moderate"
        """Place, hold back or refuse a post in one's own neighbourhoods."""

    class Conversation(Enum):
        READ = "conversation:read"
        """Read a conversation one takes part in."""
        WRITE = "conversation:write"
        """Write in a conversation one takes part in."""
        CHOOSE = "conversation:choose"
        """Choose this helper for one's own post."""
        DECLINE = "conversation:decline"
        """Say that it does not suit now, about one's own post."""

    class Agreement(Enum):
        READ = "agreement:read"
        """See an appointment one takes part in."""
        CHANGE = "agreement:change"
        """Propose, accept, cancel or look back on an appointment."""
        GIVE_ADDRESS = "agreement:give-address"
        """Give the address of an appointment, and take it back: only who asked for help."""
        SEE_ADDRESS = "agreement:see-address"
        """See the address of an appointment: only the one helper it was given to."""
        SHARE = "agreement:share"
        """Let somebody one trusts see an appointment, by a link: only who asked for help."""

    class Series(Enum):
        READ = "series:read"
        """See help that comes back: who asked, and who helps or is asked to."""
        CHANGE = "series:change"
        """Say yes or no to it, skip or take a turn, say how it went, stop."""
        LEAD = "series:lead"
        """Ask somebody else for the team, give the address and take it back: only who asked for help."""

    class Thanks(Enum):
        READ = "thanks:read"
        """See a thank-you of one's own, or one for oneself that is shown; of the page of a neighbourhood, everybody."""
        WITHDRAW = "thanks:withdraw"
        """Take back what one wrote."""
        TAKE_OFF = "thanks:take-off"
        """Take a thank-you for oneself off the page of the neighbourhood."""

    class Handoff(Enum):
        CREATE = "handoff:create"
        """Ask the coordinator for help."""
        READ = "handoff:read"
        """See one's own handoff, or those of one's neighbourhoods."""
        WITHDRAW = "handoff:withdraw"
        """Take back one's own handoff."""
        ANSWER = "handoff:answer"
        """Say yes or no to what the desk proposes, say whether it helped, ask to look again: one's own handoff."""
        QUEUE = "handoff:queue"
        """See the coordinator's queue."""
        HANDLE = "handoff:handle"
        """Claim a handoff and say how it goes; never one's own."""

    class Worry(Enum):
        TELL = "worry:tell"
        """Tell the desk that one is worried about a neighbour."""
        READ = "worry:read"
        """See how far it is with what one told oneself."""

    class EarlySignal(Enum):
        LIST = "early-signal:list"
        """See what the desk of one's neighbourhoods should hear early."""
        READ = "early-signal:read"
        """See one signal of one's neighbourhoods; never one that came of what one did or told oneself."""
        HANDLE = "early-signal:handle"
        """Decide what is done with a signal that one may see."""

    class Referral(Enum):
        READ = "referral:read"
        """See that an organisation is involved with oneself."""
        END = "referral:end"
        """Say that it no longer is."""

    class Exception(Enum):
        READ = "exception:read"
        """See what was shared without consent: the desk of that neighbourhood, and administrators."""
        JUDGE = "exception:judge"
        """Say as a second person whether that was right."""

    class Moderation(Enum):
        QUEUE = "moderation:queue"
        """See what waits for a moderator."""
        READ = "moderation:read"
        """See an item of one's own neighbourhoods, or that went up from beside them; never one about oneself."""
        JUDGE = "moderation:judge"
        """Decide on such an item."""

    class Statement(Enum):
        READ = "statement:read"
        """Read why something of one's own was restricted, also while one cannot take part."""
        OBJECT = "statement:object"
        """Object to that, in one's own words, also while one cannot take part."""

    class Complaint(Enum):
        QUEUE = "complaint:queue"
        """See which objections wait."""
        READ = "complaint:read"
        """See an objection: moderators of other neighbourhoods and administrators who had no part in it."""
        JUDGE = "complaint:judge"
        """Decide on such an objection."""

    class Measure(Enum):
        OVERSEE = "measure:oversee"
        """See the measures without an end date and the list of addresses, and look at them again."""
        REVIEW = "measure:review"
        """Keep or lift a measure that somebody else imposed."""

    class Desk(Enum):
        MANAGE = "desk:manage"
        """See who looks after which place, change ready-made texts, ask who saw what."""

    class Absence(Enum):
        READ = "absence:read"
        """See when one is away oneself."""
        END = "absence:end"
        """Come back sooner, or say so for somebody else."""

    class Self(Enum):
        SEE = "self:see"
        """See and change one's own page, devices and data."""
        DATA = "self:data"
        """See and change one's own data, also while one cannot take part."""
        SECOND_STEP = "self:second-step"
        """Do the second step of signing in, or set it up: who has a role."""

    class DataRequest(Enum):
        QUEUE = "data-request:queue"
        """See what residents ask about their data."""
        READ = "data-request:read"
        """Read such a request; never one's own, on that page."""
        ANSWER = "data-request:answer"
        """Answer it."""

    class DataCopy(Enum):
        READ = "data-copy:read"
        """Fetch a copy of one's own data, also while one cannot take part."""

    class News(Enum):
        READ = "news:read"
        """Read a message that was meant for oneself."""

    class Letter(Enum):
        PRINT = "letter:print"
        """See which letters wait, print them and send them."""

    class Device(Enum):
        READ = "device:read"
        """See a device on which one is signed in oneself."""
        END = "device:end"
        """Sign one's own device out."""

    class Passkey(Enum):
        READ = "passkey:read"
        """See a passkey of one's own."""
        MANAGE = "passkey:manage"
        """Call one's own passkey something else, or take it away."""

    class Person(Enum):
        READ = "person:read"
        """See what a neighbour shows: first name and neighbourhood, for members only."""
        BLOCK = "person:block"
        """Block somebody."""
        VOUCH = "person:vouch"
        """Vouch for a neighbour, and take it back: who is known here."""
        PROVE = "person:prove"
        """See how somebody proved to live here, and write down that they came to the desk."""
        ADMINISTER = "person:administer"
        """Find people, give and take roles."""

    class Paper(Enum):
        QUEUE = "paper:queue"
        """See who in one's own neighbourhoods takes part without e-mail, and write down somebody new."""
        READ = "paper:read"
        """See what waits for such a person, and what neighbours answered; never one's own."""
        SERVE = "paper:serve"
        """Ask, choose and agree on such a person's behalf, as they said aloud."""

    class Municipality(Enum):
        ARRANGE = "municipality:arrange"
        """Write its texts, sign what comes before opening, and open it."""

    class ApiClient(Enum):
        MANAGE = "api-client:manage"
        """Let systems of the municipality in, give them a new secret, and shut them out."""

    class Risk(Enum):
        READ = "risk:read"
        """See the register of risks, and how often each came true: for everybody on the staff."""
        WEIGH = "risk:weigh"
        """Weigh a risk, add one, name its owner."""

    class Incident(Enum):
        FILE = "incident:file"
        """Write down that a risk came true."""
        READ = "incident:read"
        """Read an incident of one's own neighbourhoods, or that one filed oneself."""
        HANDLE = "incident:handle"
        """Add what was done about such an incident, and close it."""

    class Figures(Enum):
        WATCH = "figures:watch"
        """See this week's figures of one's own neighbourhoods: for everybody on the staff."""
        STUDY = "figures:study"
        """See and download the figures of the whole municipality, and print its report."""

    class Pilot(Enum):
        READ = "pilot:read"
        """See what a pilot assumes, and what came of it: for everybody on the staff."""
        WRITE = "pilot:write"
        """Add a note to a pilot: for everybody on the staff."""
        ARRANGE = "pilot:arrange"
        """Plan a pilot, begin it, open its neighbourhoods, and end it."""

    class System(Enum):
        OPERATE = "system:operate"
        """See the health of background work and retry what died."""
