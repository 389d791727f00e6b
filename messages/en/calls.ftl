page-title = Calls · { $name }
in-order = Calls in the order of the list.
masked = Numbers are masked.
whole = Numbers are shown whole, which is on record.
times = Times are in { $zone }.
refresh = Refresh now
gone = Calls were deleted
back-to-results = Back to the results
found = { NUMBER($found) } of { NUMBER($all) } calls
download = { $count ->
    [one] Download { $count } call
   *[other] Download { $count } calls
}
as-csv = As CSV
show-whole-numbers = Show whole numbers
mask-numbers = Mask numbers
pages = Pages
pages-below = Pages, below the calls
range = { NUMBER($first) }–{ NUMBER($last) } of { NUMBER($found) }
# The element is only read aloud.
previous = Previous<aloud> page</aloud>
# The element is only read aloud.
next = Next<aloud> page</aloud>
none-yet = No calls yet
none-yet-text = Calls appear here once AIRudder has created a batch of this task.
open-task = Open the task
none-on-page = No calls on this page
none-on-page-text = The list of { NUMBER($count) } ends before this page.
first-page = Show the first page
none-match = No calls match
fewer-filters = Take out one of the filters above.
fewer-words = Use fewer words or fewer filters. Digits are compared with the end of a number, words with the cells of the list.
fewer-words-masked = Use fewer words or fewer filters. Your role finds a number by its last four digits alone, and no other words with digits.
show-all-calls = Show all calls
calls = Calls
customer = Customer
number = Number
result = Result
last-dial = Last dial
talk = Talk
no-name = No name
row = Row { NUMBER($row, useGrouping: "false") }
cancel = Cancel this number
# Read aloud behind the name of the button.
of-row = of row { NUMBER($row, useGrouping: "false") }
cancel-question = Cancel the number { $number } of row { NUMBER($row, useGrouping: "false") }?
cancel-text = AIRudder is asked not to dial it any more in this task. A call under way may go on to its end.
not-told = Not told
rang = Rang: { $ring }
last-dial-at = Last dial: { $hour }
talk-of = Talk: { $talk }
filter-calls = Filter calls
# Read aloud behind a filter.
chosen = (chosen; press to remove)
batch = Batch
batch-number = Batch { NUMBER($batch, useGrouping: "false") }
any-batch = Any batch
robot = Robot
any-robot = Any robot
any-result = Any result
show = Show
show-all = Show all
search-whole = Customer, note or last digits
search-masked = Customer or last four digits
