### Texts of dashboard.

dashboard-title = Today, { $date }
dashboard-nothing = Nothing waits for you.
dashboard-your-move = Your move ({ $count })
dashboard-decide = { $name } proposes for { $title }
dashboard-send = Your proposal for { $title } isn't sent yet
dashboard-post = Your request { $title } is still a draft
dashboard-form = A form you began { $when } isn't finished
dashboard-answer = Answer
dashboard-finish = Finish
dashboard-waiting = Under way ({ $count })
dashboard-waits = Your proposal for { $title } is with { $name }
dashboard-open = { $title } is open to proposals
dashboard-held = { $title } is with a moderator
dashboard-contract = { $title }: contract under way
dashboard-matches = { $count ->
    [0] No open request fits you right now.
    [one] One open request fits you.
   *[other] { $count } open requests fit you.
}
dashboard-begin = Set up my account
dashboard-see-matches = Matches
dashboard-contracts = Contracts
dashboard-settings = Settings
dashboard-refresh = Refresh
dashboard-footer = Updated just now.
