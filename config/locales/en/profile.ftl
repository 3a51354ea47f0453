### Texts of profile.

label-person = Name
label-skills = Skills
label-rate = Usual rate
label-place = Place
label-availability = Time
label-reviews = Reviews

profile-change = Change something
profile-see = See my profile
profile-empty-own = Your profile is empty. Three skills are enough to be found.
profile-empty = This person hasn't filled in a profile.
profile-sections-title = Your profile
profile-edit-skills = Skills
profile-edit-headline = Headline
profile-edit-rate = Rate
profile-edit-place = Place
profile-edit-hours = Hours a week
profile-next-skills = Next: name your skills, so that requests can find you.
profile-next-rate = Next: add a usual rate. Then a proposal needs no typing.
profile-next-headline = Next: one line about what you do best. Clients read it first.
profile-next-place = Next: say where you are, for work on site.
profile-form-title = Your profile
profile-field-skills = Your skills, separated by commas
profile-field-headline = One line about what you do best
profile-field-rate = Your usual rate; - for none
profile-field-place = Your city; - for none
profile-field-hours = Hours a week you have for work
profile-example-skills = figma, design systems, react
profile-example-headline = Websites that small shops can edit themselves
profile-example-rate = 45 EUR/h
profile-example-place = Lisbon
profile-example-hours = 20
profile-hours-unread = Write the hours a week as a whole number from 0 to 80, such as 20.
profile-place-unread = I don't know that town. Write the nearest larger city, with its country if need be: Porto, Portugal.
profile-unknown-title = Not here yet
profile-unknown-body = That person hasn't used the bot, so there is no profile to show.

availability-title = When can you work?
availability-choose = How available are you?
availability-choice-now = Available now
availability-choice-soon = Available soon
availability-choice-limited = Limited
availability-choice-away = Not available

report = Report
block = Block

money-no-amount = I couldn't read an amount in that. Write it like 800-1200 EUR, 40 EUR/h, or "not sure".
money-no-currency = Which currency? Write it like 800-1200 EUR or 40 USD/h.
money-unknown-currency = I don't know that currency. Use its three letters, like EUR, USD or INR.
money-negative = An amount can't be below zero. Write it like 800-1200 EUR.
money-zero = An amount of zero can't be agreed on. Write it like 800-1200 EUR, or "not sure".
money-too-large = That amount is too large to be meant. Check the zeros.
money-too-precise = That is finer than the currency's smallest unit. Round it.
