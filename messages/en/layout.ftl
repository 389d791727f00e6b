error-title = Error: { $title }
skip = Skip to content
new-task = New task
menu = Menu
main-navigation = Main
tasks = Tasks
insights = Insights
robots = Robots
do-not-call = Do not call
settings = Settings
attention = { $tasks ->
    [one] { $tasks } task needs attention
   *[other] { $tasks } tasks need attention
}
attention-of-more = More than { NUMBER($tasks) } tasks need attention
switch-account = Switch account
accounts = Accounts
all-accounts = All accounts
times-in = Times are in { $zone }
profile = Profile
sign-out = Sign out
sandbox = Sandbox<wide>: no real calls</wide>
sandbox-calls-nobody = This is the sandbox: it calls nobody.
retention-is-open = This account keeps leads and calls without end. <link>Choose how long they are kept</link>.
page-is-empty = This page no longer shows anything
page-left = Nobody used it for 12 hours, or you signed out in another tab.
load-again = Load it again
