# The settings of a task: as label and value, and in a few words each.
robot = Robot
line = Line
when = When
redials = Redials
platform = Platform
batches = Batches
do-not-call = Do-not-call
stop = Stop what is left
in-background = Created in the background
# Values.
group = { $robot } (group)
now = Now
no-redials = None
redials-at-once = { NUMBER($redials) }, at once
redial-after = 1, after { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    }
redials-apart = { NUMBER($redials) }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    } apart
apart = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    } apart
list-used = AIRudder’s list is used
yes = Yes
# In a few words each, one behind the other.
briefly-now = now
briefly-no-redials = no redials
briefly-at-once = { $redials ->
    [one] { $redials } redial, at once
   *[other] { $redials } redials, at once
}
briefly-after = 1 redial, after { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    }
briefly-apart = { NUMBER($redials) } redials, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    } apart
briefly-batches = batches { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
    } apart
briefly-list = AIRudder’s do-not-call list
briefly-stopped = stopped { $rule }
