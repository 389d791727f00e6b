page-title = New task
like = New task, like <em>{ $task }</em>
back-to-task = Back to that task
nobody-called = Nobody is called until you check and submit.
# The list.
list = List
drop = <none>Drop your list here</none><kept>Replace: drop another list here</kept> or choose a file
list-hint = CSV, TSV, Excel or OpenDocument file. At most 64 MB and 200,000 leads.
# Said by the script about a file that is chosen.
file-too-large = “{ $file }” is { $size }. The limit is 64 MB: split the list, or save it as CSV.
read-list = Read the list
uploading = Uploading and reading your list. This can take a few seconds.
upload-progress = Upload progress
percent-sent = { $percent }% sent
# Said by the script where something goes wrong on the way.
unreachable = Coxswain cannot be reached. What you entered and the file are still here: check that you are online, then press “Review leads” again.
signed-out = Your session has ended, so nothing more is saved. What you entered and the file are still here: press “Review leads” and sign in.
broken-off = The connection was lost while uploading “{ $file }”. The file might have changed or moved since you chose it, or a proxy in front of Coxswain might refuse files of this size. What you entered is still here: choose the file again and press “Review leads”. If it happens again, tell your administrator.
too-large = A server in front of Coxswain refused a file of this size (413), so Coxswain did not get it. What you entered and the file are still here. Tell your administrator: the README of Coxswain says what a proxy must let through. Until then, split the file.
not-waited = A server in front of Coxswain did not wait for Coxswain’s answer ({ $status }). What you entered and the file are still here. Coxswain might still be reading the list: look under Drafts in a minute, before you upload it again.
not-ours = A server in front of Coxswain answered in its place ({ $status }). What you entered and the file are still here. Press “Review leads” again. If it happens again, tell your administrator.
# The list that is kept.
leads = { $count ->
    [one] { $count } lead
   *[other] { $count } leads
}
columns-used = { $count ->
    [one] { $count } column of the list used
   *[other] { $count } columns of the list used
}
not-sure = Coxswain is not sure what each column is. You are asked before any lead is ready.
rows-to-fix = { $count ->
    [one] { $count } row to fix
   *[other] { $count } rows to fix
}
nothing-to-fix = Nothing in the list has to be fixed.
saved-in-draft = { $file } is saved in a draft: { $leads }, { $rows }.
# What the task is.
details = Task details
robot = Robot
choose-robot = Choose a robot
robots-used-last = Used last
language-not-given = Language not given
line = Line
choose-line = Choose a line
no-lines = No lines yet. Ask an administrator to add one under Settings.
name = Task name
name-hint = AIRudder shows this name, with a code that makes it unique. At most { NUMBER($most) } characters. Left empty, it is named after the list.
platform = Platform
platform-hint = The brand or app of leads that name none. At most 20 characters.
mode = Mode
language = Language
variables = Variables
no-variables = None
about-robot = About this robot
download-template = Download its template
variables-of-each = Variables of each robot
filled-notes = A lead without a comment gets a short reference when it is sent, so that its result can be told from the others. Administrators can turn this off under Settings.
purpose = What the list is for
purpose-asked = The calling rule asks for all three.
do-not-call = Use AIRudder’s do-not-call list
do-not-call-hint = AIRudder does not call numbers on its own do-not-call list.
advanced = Advanced
asynchronous = Let AIRudder create the task in the background
asynchronous-hint = AIRudder replies before it accepts every number. Use this only if AIRudder agreed.
stop-percent = Stop when fewer are reached than (%)
stop-percent-hint = Of the leads that were dialled. Leave both fields empty to call all of them.
stop-calls = After so many calls
stop-calls-hint = Calls under way count once they have ended. The page of the task says when it was stopped.
# When to call.
when-to-call = When to call
time-in = Time in { $zone }
now-hint = Calls start once you submit. AIRudder sets the end.
later-hint = Choose the days and hours.
choose-day = Choose a day
choose-time = Choose a time
start = Start
opens-at = Opens at
end = End
closes-at = Closes at
end-hint = At least 30 minutes after the start, by { $latest }. A window over several days includes the nights.
calling-rule = Calling rule: { $rule }.
move-to = Move to { $time }
redials = Redials
redials-hint = How often AIRudder calls again if nobody answers. 0 to 15.
redial-minutes = Minutes between redials
redial-minutes-hint = 0 to 30.
stagger = Minutes between batches
stagger-hint = This list is sent in { NUMBER($batches) } batches. 0: all start together. 30: each starts 30 minutes after the one before. With “{ $now }” you can stop batches that are not sent yet.
# What the task will be, and the way on.
summary = Summary
when = When
not-chosen = Not chosen yet
review = Review leads
check = Check with AIRudder
saved-once-chosen = Your list is saved in a draft once you choose it.
saved = Saved as a draft
# What is told once the form was sent.
time-changed = The time to call was changed.
replaced = Your version replaced a newer one, saved in another tab or by someone else. Compare before you continue.
