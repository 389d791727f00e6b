# What stands in files of calls and of leads that were sent: headers, and words in cells.
# Headers. None is a name that a list’s own column for a field has: the file is read as the list was.
sent-reference = Sent reference
call-group = Call group
call-result = Call result
result-letter = Result letter
was-reached = Was reached
dial-began = Last dial began
dial-ended = Last dial ended
talk-seconds = Talk in seconds
how-it-rang = How it rang
called-by = Called by
sip-line = SIP line
batch = Batch
batch-status = Batch status
why-left-out = Why left out
told-otherwise = Told otherwise
refused-by-airudder = Refused by AIRudder
again = { $header } ({ NUMBER($count, useGrouping: "false") })
# Words in cells.
yes = yes
not-sent = Not sent
refused = Refused by AIRudder: { $words }
not-told = { $state }: { $word }
