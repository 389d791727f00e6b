# What is held of a number beside lists, and what AIRudder must be asked for once it is erased.
others = { $count ->
    [one] { $count } lead of another number that names it: left out of a batch that is not sent yet, and so not called
   *[other] { $count } leads of other numbers that name it: left out of batches that are not sent yet, and so not called
}
calls = { $count ->
    [one] { $count } call that is over
   *[other] { $count } calls that are over
}
open-calls = { $count ->
    [one] { $count } open call
   *[other] { $count } open calls
}
numbers = { $count ->
    [one] { $count } number kept for the cooldown
   *[other] { $count } numbers kept for the cooldown
}
files = { $count ->
    [one] { $count } uploaded file
   *[other] { $count } uploaded files
}
steps = { $count ->
    [one] { $count } edit step
   *[other] { $count } edit steps
}
texts = { $count ->
    [one] { $count } text from AIRudder
   *[other] { $count } texts from AIRudder
}
pushes = { $count ->
    [one] { $count } push from AIRudder
   *[other] { $count } pushes from AIRudder
}
ask-for-lists = Delete its own copy of the number, the name and the texts of every task named here.
ask-for-recordings = Delete the recordings and transcripts of every call with this number.
ask-for-unclear = Look for the number in a batch without a clear answer, and cancel it there: Coxswain does not know whether AIRudder has that batch.
task-at-airudder = “{ $name }”, ID { $id }
task-perhaps-at-airudder = “{ $name }”: not known whether AIRudder has it
