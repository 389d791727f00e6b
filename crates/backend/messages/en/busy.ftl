# Trying again later is all there is to do.
took-too-long = This took too long, or someone else is changing the same thing. Nothing was changed. Try again in a minute.
lists = Coxswain is busy with other lists. Nothing was changed. Try again in a minute.
people = Too many people are doing this right now. Wait a few seconds, then try again.
pushes = Too many pushes come at once.
# So much is enough for an hour of one person. The wait is a number of minutes.
too-many-checks = { $most ->
    [one] You started { $most } check within an hour, which is the limit. Nothing was checked. Wait { $wait }, then check again.
   *[other] You started { $most } checks within an hour, which is the limit. Nothing was checked. Wait { $wait }, then check again.
}
too-many-downloads = { $most ->
    [one] You downloaded { $most } file within an hour, which is the limit. Wait { $wait }, then download this one again.
   *[other] You downloaded { $most } files within an hour, which is the limit. Wait { $wait }, then download this one again.
}
too-many-searches = { $most ->
    [one] You searched for numbers { $most } time within an hour, which is the limit. Wait { $wait }, then search again.
   *[other] You searched for numbers { $most } times within an hour, which is the limit. Wait { $wait }, then search again.
}
