### Texts of settings.

settings-title = Settings
settings-zone = Time zone
settings-zone-value = { $zone } ({ $clock } now)
settings-matches = Match messages
settings-matches-on = on
settings-matches-off = off
settings-turn-matches-off = Turn off match messages
settings-quiet = Quiet hours
settings-quiet-value = { $from } to { $until }
settings-quiet-none = none
settings-quiet-choose = Choose quiet hours
settings-roles = What are you here for?
settings-role-freelancer = I look for work
settings-role-client = I hire
settings-role-both = Both
settings-change-zone = Change time zone
stopped-title = No more match messages
stopped-body = I won't write about matches any more. What concerns your own proposals and contracts still reaches you.

notices-title = What reaches you
notices-topic = **{ $topic }**
notices-change = Change
notices-all = Notifications
notices-footer = In quiet hours only contracts, money and security reach you; the rest waits until they are over.
notices-now = Now: { $how }.
notices-choose-pace = How soon?
notices-choose-where = Where?
notices-choose-time = When should a digest come?
notices-time = Digest at { $clock }
notices-where-latest = The chat I opened last
notices-where-on = { $platform } first

topic-matches = Matches
topic-matches-about = Requests that fit you, with the reasons.
topic-searches = Searches you keep
topic-searches-about = A request that a search of yours finds.
topic-received = Proposals for your requests
topic-received-about = Somebody proposes for something you posted. Several in a short time come as one list.
topic-answers = Answers to your proposals
topic-answers-about = A proposal of yours was declined, or its request has ended.
topic-requests = Your own requests
topic-requests-about = A request of yours ends soon, or has ended.
topic-vital = Contracts, money and security
topic-vital-about = What you agreed on, and what concerns your account. It can't be turned off.

pace-instant = At once
pace-hourly = Every hour
pace-daily = Once a day
pace-weekly = On Mondays
pace-never = Not at all

told-vital = at once, in quiet hours too
told-matches = at once, at most { $count } in 24 hours; the rest at { $clock }
told-received = at once, { $count } messages a request and day; then every hour
told-instant = at once
told-hourly = together, every hour
told-daily = together, once a day at { $clock }
told-weekly = together, on Mondays at { $clock }
told-never = not at all
told-on = { $how }, on { $platform } first

fewer-title = Fewer of these
fewer-body = { $topic }: { $how } from now on.
fewer-already = { $topic } come as seldom as they can: { $how }. You can turn them off.

fewer = Fewer like this
digest-title = { $count ->
    [one] One thing is new
   *[other] { $count } things are new
}
digest-heading = { $topic } ({ $count })
digest-more = { $count ->
    [one] And one more.
   *[other] And { $count } more.
}
digest-slowed = You haven't been here for the last few of these, so they come on Mondays from now on.
digest-daily = Once a day again
digest-footer = Told together, as you asked. When and where: Notifications.
