# When to call: the choices of the form, windows, and batches one after the other.
now = Now
today-until = Today until { $end }
tomorrow-hours = Tomorrow { $from }–{ $to }
later = Later
today = Today, { $day }
tomorrow = Tomorrow, { $day }
# A window, on one day or on several.
window-of-day = { $start }–{ $end }
window-of-day-with-change = { $start }–{ $end } (the clocks change in between)
window = { $start } – { $end }
window-with-change = { $start } – { $end } (the clocks change in between)
# Batches one after the other.
last-is-sent = { NUMBER($batches) } batches, { $apart ->
    [one] { $apart } minute
   *[other] { $apart } minutes
    } apart. The last is sent { $behind ->
    [one] { $behind } minute
   *[other] { $behind } minutes
    } after the first.
last-starts = { NUMBER($batches) } batches, { $apart ->
    [one] { $apart } minute
   *[other] { $apart } minutes
    } apart. The last starts at { $start }.
last-too-late = { NUMBER($batches) } batches, { $apart ->
    [one] { $apart } minute
   *[other] { $apart } minutes
    } apart: the last would be sent more than 5 days after the first. Use at most { $fewer ->
    [one] { $fewer } minute
   *[other] { $fewer } minutes
    } between batches.
start-skipped = Batch { NUMBER($batch, useGrouping: "false") } would start at { $start }, an hour the clocks skip. Change the start or the minutes between batches.
window-too-far = The window is too far in the future. Choose an earlier start.
window-too-short-end-later = The window is too short: batch { NUMBER($batch, useGrouping: "false") } would start at { $start }, less than 30 minutes before the end. Use fewer minutes between batches, or end at { $least } or later.
window-too-short-start-earlier = The window is too short: batch { NUMBER($batch, useGrouping: "false") } would start at { $start }, less than 30 minutes before the end. Use fewer minutes between batches, or choose an earlier start.
too-many-batches = { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
    } in batches of { NUMBER($size) } would be { NUMBER($batches) } batches; the limit is { NUMBER($most) }. Ask an administrator to raise “Leads per batch” to at least { NUMBER($enough) } under Settings.
at-night = It is { $time } in { $place }: you would be called now, at night.
# When what is left of a task is stopped by itself.
stop-rule = when fewer than { NUMBER($percent) }% are reached after { $calls ->
    [one] { $calls } call
   *[other] { $calls } calls
    }
