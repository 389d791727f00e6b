# Trying again later is all there is to do.
took-too-long = This took too long, or someone else is changing the same thing. Nothing was changed. Try again in a minute.
lists = Coxswain is busy with other lists. Nothing was changed. Try again in a minute.
people = Too many people are doing this right now. Wait a few seconds, then try again.
pushes = Too many pushes come at once.
