# How far a draft has come, and which drafts are shown.
no-list = No list yet
settings = Settings to complete
question = Question to answer
checking = Checking
refused-by-airudder = Refused by AIRudder
leads-refused = { NUMBER($leads) } refused
checked = Checked
rows-to-fix = { NUMBER($rows) } to fix
nothing-ready = No lead ready
ready = Ready
any = Any status
to-fix = To fix
discarded = Discarded
