### Texts of settings.

settings-title = Settings
settings-zone = Time zone
settings-zone-value = { $zone } ({ $clock } now)
settings-matches = Match messages
settings-matches-on = on, at most three a day
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
