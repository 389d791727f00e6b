# The results of a task in a few lines, to be pasted into a chat.
so-far-as-of = { $name }: results so far, as of { $moment }
as-of = { $name }: results, as of { $moment }
not-told = { $name }: AIRudder has not told of all its calls yet
dialled-and-reached = Dialled { $dialled } · reached { $reached }
interested-and-call-back = Interested { $interested } · call back { $call-back }
do-not-call = Do not call again { $do-not-call }
sent = { NUMBER($sent) } sent
dialled = dialled
reached = reached
