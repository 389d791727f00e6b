new-task-like = New task with these settings
back-to-review = Back to the review
open-robot = Open the robot
refresh = Refresh now
test = Test
sandbox = Sandbox
submitted = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } · submitted by { $by }, <at>{ $at }</at> ({ $zone })
submitted-and-approved = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } · submitted by { $by }, <at>{ $at }</at> · approved by { $approver }, <approved>{ $approved }</approved> ({ $zone })
refused = AIRudder refused { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    }
refused-shown = Showing { NUMBER($shown) } of { NUMBER($all) }.
times = Times are in { $zone }
# The tabs, which name pages of their own too.
task = Task
results = Results
calls = Calls
list = List
batches = Batches
activity = Activity
part-title = { $part } · { $task }
# The list, and what was sent.
rows = What became of the rows
rows-file = The file has every row of the list: those that were called with their results, the others with why they were left out.
download-list = Download list with results
as-csv = As CSV
sent = What was sent
values = Values
values-of-row = Row { NUMBER($row, useGrouping: "false") } of { $file }
proof = <link>Download the proof</link>: the list, the check, who submitted and approved, the lists and rules that were applied, and what came of the calls.
proof-before = From then on its proof is without the list and the calls: <link>download it</link> before.
download-leads = Download leads as sent
# What happens next.
sandbox-stands-in = The sandbox stands in for AIRudder: nobody is really called.
rest-can-be-stopped = What is not sent yet can be stopped below.
calling-can-be-stopped = “Stop calling” below stops the rest, also at AIRudder.
# Stopping.
stop-calling = Stop calling
stop-calling-question = Stop calling for “{ $task }”?
# Why it needs attention.
mark-as-done = Mark as done
ask-again = Ask again
done = Marked as done by { $by }, <time>{ $at }</time>.
needs-attention-again = Needs attention again
# The way back from a refusal.
followed-by = Followed by <link>{ $task }</link>.
send-others = { $others ->
    [one] Send the other lead…
   *[other] Send the other { $others } leads…
}
fix-and-send-again = Fix and send again
# What AIRudder’s support asks for.
support = For AIRudder’s support
fingerprint = File fingerprint (SHA-256)
batch = Batch { NUMBER($batch, useGrouping: "false") }
no-id-yet = no ID yet
no-id = no ID
