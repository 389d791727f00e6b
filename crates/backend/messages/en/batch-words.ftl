# What became of a batch, or of a request to stop it. It is stored in English, and read back as the message.
not-built = Coxswain could not build this batch.
stopped-before = Coxswain was stopped before sending it.
not-searched = AIRudder’s tasks could not be searched.
database-silent = The database did not respond before it was sent.
stopped-while-sending = Coxswain was stopped while sending it.
failed-while-sending = Coxswain failed while sending it.
stopped-while-asking = Coxswain was stopped while asking.
failed-while-asking = Coxswain failed while asking.
made-for-the-sandbox = This task was made for the sandbox, not for AIRudder.
made-for-airudder = This task was made for AIRudder, not for the sandbox.
waited-too-long = It waited more than 30 minutes. Send it now, or start a new task with these settings.
leads-changed = The leads changed after the check. Start a new task with these settings.
not-compared = Coxswain could not compare it with the do-not-call lists.
nobody-left = Nobody is left to call in this batch: every number is on a do-not-call list by now, or was erased.
created-nothing = AIRudder refused leads and created nothing.
every-lead-refused = AIRudder refused every lead.
did-not-say = AIRudder did not say if it created the task.
# How many tasks these are is a text here, so that it can be read back.
several-tasks = AIRudder has { $tasks } tasks with this name: { $ids }. Stop all but one there, or people are called twice.
of-some-lead = AIRudder: “{ $words }” (not clear which lead)
given-up = Given up by { $name }.
stopped = Stopped by { $name }.
stopped-by-rule = Stopped by the stop rule.
