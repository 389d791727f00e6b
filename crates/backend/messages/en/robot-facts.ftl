# What else AIRudder tells of a robot: names of its fields, and what stands in them.
can-be-interrupted = Can be interrupted
last-changed = Last changed
created = Created
average-call = Average call
hangs-up-after-silence = Hangs up after silence (seconds)
yes = Yes
no = No
seconds = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
named = { $name }: { $value }
and-item = { $first }, { $item }
and-field = { $first }; { $field }
number = { NUMBER($number) }
quantity = { NUMBER($value) } { $unit }
