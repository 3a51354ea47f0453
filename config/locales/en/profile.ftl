### Texts of profile.

label-person = Name
label-skills = Skills
label-rate = Usual rate
label-languages = Languages
label-place = Place
label-availability = Time
label-reviews = Reviews
label-slots = At once
label-said = You said so

change = Change
remove = Remove
report = Report
block = Block

profile-change = Change something
profile-see = See my profile
profile-back = Back to the profile
profile-describe = Describe myself in my words
profile-share = Share
profile-all = See the whole profile
profile-all-work = See all work
profile-about = In their own words
profile-experience = Experience
profile-portfolio = Portfolio
profile-work-title = What { $name } has done
profile-empty-own = Your profile is empty. Three skills are enough to be found; or tell me about yourself in your own words.
profile-empty = This person hasn't filled in a profile.
profile-unknown-title = Not here yet
profile-unknown-body = That person hasn't used the bot, so there is no profile to show.
profile-remote = remote
profile-place-remote = { $place }; remote, or up to { $km } km away
profile-place-only = { $place }; on site only, up to { $km } km away
profile-absence = away from { $from } to { $until }
profile-slots = { $count ->
    [one] one contract at a time
   *[other] up to { $count } contracts at a time
}
profile-complete = { $percent } % complete.

rate-fixed = from { $amount } a project
language-spoken = { $language } { $level ->
    [basic] basic
    [conversational] good
    [native] native
   *[fluent] fluent
}
skill-beginner = { $years ->
    [0] { $skill } (beginner)
    [one] { $skill } (beginner, 1 year)
   *[other] { $skill } (beginner, { $years } years)
}
skill-solid = { $years ->
    [0] { $skill }
    [one] { $skill } (1 year)
   *[other] { $skill } ({ $years } years)
}
skill-senior = { $years ->
    [0] { $skill } (senior)
    [one] { $skill } (senior, 1 year)
   *[other] { $skill } (senior, { $years } years)
}
skill-expert = { $years ->
    [0] { $skill } (expert)
    [one] { $skill } (expert, 1 year)
   *[other] { $skill } (expert, { $years } years)
}

profile-sections-title = Your profile
profile-sections-body = What would you like to change? Each part takes a moment, and what you leave out can wait.
profile-edit-skills = Skills
profile-edit-headline = Headline
profile-edit-rate = Rate
profile-edit-languages = Languages
profile-edit-place = Place
profile-edit-time = Time
profile-edit-about = About me
profile-edit-availability = Availability
profile-edit-experience = Experience
profile-edit-portfolio = Portfolio
profile-edit-visibility = Who sees it
profile-only-on-site = No remote work
profile-also-remote = Remote work too
profile-next-skills = Name your skills: nobody is found without.
profile-next-rate = With a usual rate, a proposal needs no typing.
profile-next-headline = One line about what you do best is what clients read first.
profile-next-languages = Many requests ask for a language: say which you speak.
profile-next-place = Say where you are, and work on site can find you.
profile-next-portfolio = One piece of work to look at convinces more than any words.
profile-next-about = Say in a few sentences what you do and how you work.
profile-next-experience = Say where you have worked before.
profile-add-skills = Add my skills
profile-add-rate = Add my usual rate
profile-add-headline = Add a headline
profile-add-languages = Add my languages
profile-add-place = Add my city
profile-add-portfolio = Add a piece of work
profile-add-about = Add a few words about me
profile-add-experience = Add experience

profile-form-title = Your profile
profile-field-skills = Your skills, separated by commas
profile-field-headline = One line about what you do best
profile-field-about = About you and your work; - for nothing
profile-field-rate = Your usual rate; - for none
profile-field-languages = Languages and how well; - for none
profile-field-place = Your city; - for none
profile-field-reach = How far you would travel, in km
profile-field-time = Hours a week, and from when
profile-example-skills = react senior 6y, figma expert, webflow
profile-example-headline = Websites that small shops can edit themselves
profile-example-about = I build in Webflow, keep to dates, and hand over a site that you can run yourself.
profile-example-rate = 45 EUR/h, 350 EUR a day, or 900 EUR as the least for a project
profile-example-languages = English fluent, German B2, Portuguese native
profile-example-place = Lisbon
profile-example-reach = 30
profile-example-time = 20 h a week, from 1 December
profile-time-from = { $hours } h a week, from { $date }
profile-time-now = { $hours } h a week
profile-place-unread = I don't know that town. Write the nearest larger city, with its country if need be: Porto, Portugal.
profile-reach-unread = Write how far you would travel in whole kilometres, from 0 to { $most }, such as 30.
profile-rate-unread = I couldn't read a rate in that. Write it like 45 EUR/h or 350 EUR a day, or - for none.
profile-language-unread = I don't know the language "{ $word }". Separate languages with commas, like: English fluent, German B2.
profile-time-unread = Write the hours a week, from 0 to { $most }, and a start if there is one: 20 h a week, from 1 December.

skills-title = Your skills
skills-hint = Type the list anew, with level and years where you like: react senior 6y, figma expert. Or choose one to change.
skills-type = Type the list
skills-choose = Change one skill
skills-unknown = Some of these words are new to me. They stay as you wrote them, unless you mean:
skills-did-you-mean = Did you mean…?
skills-instead = { $known } instead of { $word }
skill-body = How well do you know it, and for how long?
skill-choose-level = How well?
skill-choose-years = How many years?
skill-years = { $years ->
    [0] I'd rather not say
    [one] 1 year
   *[other] { $years } years
}
skill-done = Done
skill-forget = Remove this skill
level-beginner = Beginner
level-solid = Solid
level-senior = Senior
level-expert = Expert

visibility-title = Who sees your profile?
visibility-choose = Who sees it?
visibility-everyone = Everyone
visibility-matched = Only clients I fit
visibility-hidden = Nobody
visibility-means-everyone = **Everyone**: clients find you in search and in their matches.
visibility-means-matched = **Only clients I fit**: those with a posted request that fits you. Nobody finds you in search.
visibility-means-hidden = **Nobody**: only clients you send a proposal to. Requests that fit still reach you.
visibility-is-everyone = Everyone can see this.
visibility-is-matched = Only clients whose requests fit you see this.
visibility-is-hidden = Nobody sees this but clients you send a proposal to.

share-title = Share your profile
share-channel = In a server on Discord, { $command } shows your card to everyone in the channel.
share-link = This link opens it on Telegram: { $link }
share-open = Open the link
share-hidden-title = Not for everyone yet
share-hidden = Your profile isn't shown to everyone, so it can't be shared. Choose "Everyone" first.

introduction-field = About you, in your own words
introduction-example = I'm a Webflow developer in Lisbon, 6 years, 45 EUR/h, 20 h a week. English and Portuguese.
introduction-title = I read this as your profile
introduction-body = Please check each line. Nothing is changed until you take it over.
introduction-missing = nothing found
introduction-take = Take it over
introduction-again = Write it anew
introduction-discard = Discard
introduction-footer = Press a part to correct it. What isn't found stays as it is in your profile.
introduction-unread-title = I found nothing for a profile in that
introduction-unread = Say what you can do, and if you like your rate, your city, your languages and your hours, such as: I'm a Webflow developer in Lisbon, 45 EUR/h, 20 h a week.
introduction-discarded-title = Discarded
introduction-discarded = Your profile is as it was.

money-no-amount = I couldn't read an amount in that. Write it like 800-1200 EUR, 40 EUR/h, or "not sure".
money-no-currency = Which currency? Write it like 800-1200 EUR or 40 USD/h.
money-unknown-currency = I don't know that currency. Use its three letters, like EUR, USD or INR.
money-negative = An amount can't be below zero. Write it like 800-1200 EUR.
money-zero = An amount of zero can't be agreed on. Write it like 800-1200 EUR, or "not sure".
money-too-large = That amount is too large to be meant. Check the zeros.
money-too-precise = That is finer than the currency's smallest unit. Round it.
