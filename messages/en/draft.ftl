page-title = Review: { $name }
pages = Pages
pages-again = Pages, again
# The steps.
step-form = List and call settings
step-review = Review
step-check = Check
step-submit = Submit
to-complete = to complete
not-finished = not finished
refused-word = refused
some-refused = { NUMBER($count) } refused
# What can be done with the whole of it.
back-to-drafts = Back to drafts
replace-list = Replace the list
# What the grid says of saving.
saving = Saving…
saved = Saved
offline = Changes not saved: <count></count>. Coxswain is not responding. Trying again…
signed-out = You are signed out. <link>Sign in in another tab</link>, and your changes are saved.
no-step = Coxswain is not responding. Reload the page to see whether the step was made.
refused = Not saved. <reason></reason> Reload the page to see the current version.
still-saving = Still saving. Try again in a moment.
not-pasted = Cells not pasted: { $count }. They do not fit on this page.
cell = { $column }, row { $row }
# What goes on from here.
next-page-confirms = Nobody is called yet: you confirm on the next page.
dry-run = A dry run: it creates no task and calls nobody.
check-is-running = The check is running.
complete-settings = Complete the settings
check-again = Check again
check-with-airudder = Check with AIRudder
submit = { $count ->
    [one] Submit { $count } lead
   *[other] Submit { $count } leads
}
# How many are called, and why the others are not.
nobody-yet = Nobody can be called yet
called = { NUMBER($called) } of { NUMBER($all) } will be called
with-errors = { $count ->
    [one] { $count } has errors
   *[other] { $count } have errors
}
refused-by-airudder = { NUMBER($count) } refused by AIRudder
duplicates = { $count ->
    [one] { $count } duplicate
   *[other] { $count } duplicates
}
recent = { $count ->
    [one] { $count } in a recent task
   *[other] { $count } in recent tasks
}
on-do-not-call-lists = { $count ->
    [one] { $count } on a do-not-call list
   *[other] { $count } on do-not-call lists
}
held-back = { NUMBER($count) } held back
left-out = { NUMBER($count) } left out by hand
# All were called recently.
call-again = Call them again
another-list = Choose another list
download-rows = { $count ->
    [one] Download this row
   *[other] Download these { $count } rows
}
# The check.
outdated-check = The draft changed after the check. Check again.
checking = Checking with AIRudder
calls-nobody = This calls nobody. You can leave this page.
cancel-check = Cancel the check
check-failed = <strong>The check did not finish.</strong> Nobody is called. Check again in a minute.
checked = Checked <time>{ $moment }</time>.
checked-until = Checked <time>{ $moment }</time>, <until></until>.
accepts-all = { $count ->
    [one] AIRudder accepts all { $count } lead.
   *[other] AIRudder accepts all { $count } leads.
}
show-refused = { $count ->
    [one] Show { $count } refused lead
   *[other] Show { $count } refused leads
}
refused-of = { $total ->
    [one] AIRudder refused { NUMBER($refused) } of { $total } lead
   *[other] AIRudder refused { NUMBER($refused) } of { $total } leads
}
fix-it = Fix it, or submit without it.
fix-them = Fix them, or submit without them.
refuses-whole-list = AIRudder refuses the list as a whole
change-settings-or-list = Read what it says, change the settings or the list, then check again.
refuses-unnamed-lead = AIRudder refuses a lead that it does not name
until-it-is-found = Nobody is called until it is found, and fixed or left out.
refuses-unnamed-leads = AIRudder refuses leads that it does not name
until-they-are-found = Nobody is called until they are found, and fixed or left out.
would-refuse = AIRudder would refuse this task
fix-named = Fix what AIRudder names, then check again.
# Leads that AIRudder refuses without naming them.
looking-for-refused = Looking for refused leads
search-takes = { $checks ->
    [one] It takes about { $checks } check of halves of the list. This calls nobody. You can leave this page.
   *[other] It takes about { $checks } checks of halves of the list. This calls nobody. You can leave this page.
}
find-it = Find it
find-them = Find them
finding-takes = { $checks ->
    [one] Checks halves of the list: about { $checks } check. Calls nobody.
   *[other] Checks halves of the list: about { $checks } checks. Calls nobody.
}
unnamed = { $count ->
    [one] AIRudder refuses one lead and does not say which.
   *[other] AIRudder gives { $count } reasons and does not say for which leads.
}
more-unnamed = { $count ->
    [one] AIRudder refuses one more lead and does not say which.
   *[other] AIRudder gives { $count } more reasons and does not say for which leads.
}
found = { $count ->
    [one] { $count } lead found.
   *[other] { $count } leads found.
}
no-single-lead = AIRudder accepts each part of the list alone, so no single lead is the reason.
checks = { $checks ->
    [one] { $checks } check
   *[other] { $checks } checks
}
not-found = { $count ->
    [one] { $count } refusal was not found in { $checks }. Fix the leads that were found, then check again.
   *[other] { $count } refusals were not found in { $checks }. Fix the leads that were found, then check again.
}
no-clear-answer = The search did not finish, since AIRudder gave no clear answer.
# Groups of problems.
problems = Problems
fixed-automatically = Fixed automatically
# Columns.
columns = Columns
matched-as-last-time = Matched as last time
columns-used = { NUMBER($used) } of { NUMBER($all) } used
match-columns = Match columns
no-numbers = No column of this list is used for Mobile, so nobody can be called.
nearly-all = { NUMBER($count) } of { NUMBER($all) } leads have one problem: { $problem }. Is the right column used?
in-every-row = “{ $value }” in every row
or-else = { $first }, else { $second }
# Which task it follows.
follows-calls = This draft calls people again by what came of their calls in <link>{ $name }</link>.
follows-task = This draft has the leads and fixes of <link>{ $name }</link>.
refused-before = { $count ->
    [one] AIRudder refused { $count } of its leads: the row says why.
   *[other] AIRudder refused { $count } of its leads: each row says why.
}
recent-left-out-too = Leads that were called recently are left out.
show-leads = { $count ->
    [one] Show { $count } lead
   *[other] Show { $count } leads
}
# The leads.
problem = Problem
leads-on-page = Leads on this page
row = Row
grid-help = Arrows: move. Enter or F2: edit. Tab: next problem. Escape: leave. Ctrl+Z: undo.
beyond-end = This page is beyond the end
only-matching = { $count ->
    [one] Only { $count } lead matches. Others might have been fixed meanwhile.
   *[other] Only { $count } leads match. Others might have been fixed meanwhile.
}
last-page = Show the last page
no-leads = No leads
no-leads-text = The list has headers and no rows. Choose another file.
none-match = No leads match
none-contains = No lead contains “{ $text }”.
clear-search = Clear search
all-fixed = Everything is fixed
ready = { $count ->
    [one] { $count } lead is ready.
   *[other] { $count } leads are ready.
}
no-leads-here = No leads here
no-leads-here-text = Choose another count above, or show all leads.
show-all = Show all leads
# The element is only read aloud.
row-number = <hidden>Row </hidden>{ NUMBER($row, useGrouping: "false") }
in-the-file = In the file: { $text }
empty-in-the-file = In the file: empty
keep-this = Keep this one
keep-this-row = Keep this one: row { NUMBER($row, useGrouping: "false") }
same-number = Same number as row { NUMBER($row, useGrouping: "false") }
in-task = In task <link>{ $name }</link>, { $day }
lead-left-out = Left out by hand
on-do-not-call-list = On a do-not-call list: { $list }
# Makes a sentence of a few words.
sentence = { $words }.
error = Error: { $sentence }
warning = Warning: { $sentence }
# Rows that are held back.
hold-back = Hold them back
call-too = Call them too
# Counts of leads.
filter = Filter leads
all = All
not-called-yet = not called yet
will-be-called = will be called
with-and-without-warnings = with and without warnings
called-but-look = called, but look
not-called-until-fixed = not called until fixed
not-called = not called
in-earlier-task = by AIRudder, in the earlier task
by-hand = by hand
in-the-list = in the list
first-is-called = the first is called
last-is-called = the last is called
every-row-is-called = every row is called
in-a-recent-task = in a recent task
within-days = { $days ->
    [one] within { $days } day
   *[other] within { $days } days
}
# Questions.
do-not-call-lists = Do-not-call lists
which-has-numbers = Which column has the phone numbers?
not-sure = Coxswain is not sure. No lead is ready until you choose.
which-is = Which column is { $field }?
several-fit = Several columns fit. No lead is ready until you choose.
none-of-them = None of them
use-column = Use this column
no-column-for-it = The robot says { $variable }, but this list has no column for it.
no-column-for-them = The robot says { $variables }, but this list has no column for them.
choose-or-leave-empty = Choose the columns, or leave these variables empty. No lead is ready until you choose.
use-columns = Use these columns
leave-empty = Leave them empty
no-column = No column
second-numbers = “{ $header }” also has phone numbers ({ $samples }). You can call it in rows where the first number is empty.
use-there = Use it there
# Numbers that come twice.
duplicates-setting = Duplicates
called-within = { $days ->
    [one] Called within { $days } day
   *[other] Called within { $days } days
}
are-left-out = left out
are-called-again = called again
# The second element is only read aloud.
change-duplicates = <link>Change</link><hidden> what becomes of duplicates</hidden>
not-again-within = { $days ->
    [one] Do not call again within { $days } day
   *[other] Do not call again within { $days } days
}
number-in-several-rows = If a number is in several rows
save = Save
all-rows-called = Every row is called: some people are called more than once.
duplicates-left-out = { $count ->
    [one] { $count } duplicate left out.
   *[other] { $count } duplicates left out.
}
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
recent-left-out = { $count ->
    [one] { $count } number left out: in a task of the last { $days }.
   *[other] { $count } numbers left out: in a task of the last { $days }.
}
recent-called-again = Numbers in recent tasks are called again.
search-leads = Search leads
# How the leads will be called.
settings = Settings
call = Call
settings-to-complete = settings to complete
# The element is only read aloud.
change-call = Change<hidden> call settings</hidden>
call-me-first = Call me first
batches = Batches
split = { NUMBER($leads) } leads in { NUMBER($batches) } batches: { $sizes }.
one-batch-of = one of { NUMBER($size) }
batches-of = { NUMBER($count) } of { NUMBER($size) }
# The file.
rows-of-it = { $count ->
    [one] { $count } row of it
   *[other] { $count } rows of it
}
wrong-sheet = Wrong sheet?
sheet = Sheet
other-encodings = Other encodings
letters-look-wrong = Do letters look wrong?
choose-reading = Choose the line that reads right
read-again = Read file again
header-row-choice = Row { NUMBER($row, useGrouping: "false") }: { $text }
no-headers = No headers: the first row is a lead
headers-elsewhere = Headers in another row?
header-row = Header row
fixes-are-lost = Reading the file again removes your fixes.
other-sheets = Other sheets of this file look like leads but are not in this list: { $sheets }.
sheet-with-rows = { $rows ->
    [one] “{ $name }” ({ $rows } row)
   *[other] “{ $name }” ({ $rows } rows)
}
add-sheets = Add these sheets
# What works on all leads.
find-and-replace = Find and replace
column = Column
find = Find
replace-with = Replace with
find-cells = Find cells
rows-as-file = Rows to fix as a file
fix-in-excel = Fix them in Excel, then upload the file. It replaces only those rows.
excel-workbook = Excel workbook
csv = CSV
fixed-file = Fixed file
upload-fixed = Upload fixed rows
# One step back, and forth again.
undo = Undo
redo = Redo
nothing-undone = Nothing was undone.
nothing-changed = Nothing was changed yet.
undo-what = Undo: { $what }
redo-what = Redo: { $what }
