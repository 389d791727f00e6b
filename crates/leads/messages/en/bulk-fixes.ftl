# What is done to all leads of a group at once: on its button, and once it is done.
add-plus = Add + to { $count ->
    [one] { $count } number
   *[other] { $count } numbers
    }
add-code = Add +{ $code } to { $count ->
    [one] { $count } number
   *[other] { $count } numbers
    }
repair-names = Repair the letters of { $count ->
    [one] { $count } name
   *[other] { $count } names
    }
repair-platforms = Repair the letters of { $count ->
    [one] { $count } platform
   *[other] { $count } platforms
    }
repair-texts = Repair the letters of { $count ->
    [one] { $count } text
   *[other] { $count } texts
    } of { $field }
strip-names = Remove symbols from { $count ->
    [one] { $count } name
   *[other] { $count } names
    }
strip-platforms = Remove symbols from { $count ->
    [one] { $count } platform
   *[other] { $count } platforms
    }
strip-texts = Remove symbols from { $count ->
    [one] { $count } text
   *[other] { $count } texts
    } of { $field }
shorten-names = Shorten { $count ->
    [one] { $count } name
   *[other] { $count } names
    } to { NUMBER($allowed, useGrouping: "false") } characters
shorten-platforms = Shorten { $count ->
    [one] { $count } platform
   *[other] { $count } platforms
    } to { NUMBER($allowed, useGrouping: "false") } characters
shorten-comments = Shorten { $count ->
    [one] { $count } comment
   *[other] { $count } comments
    } to { NUMBER($allowed, useGrouping: "false") } characters
empty-placeholders = Empty { $count ->
    [one] { $count } placeholder
   *[other] { $count } placeholders
    } in { $field }
empty-errors = Empty { $count ->
    [one] { $count } error
   *[other] { $count } errors
    } in { $field }
empty-gender = Empty gender in { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
use-tasks-robot = Use the task’s robot for { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
# The button stands at its group, which it need not name.
leave-out = Leave out { $count ->
    [one] { $count } row
   *[other] { $count } rows
    }
leave-out-group = Leave out { $count ->
    [one] { $count } row
   *[other] { $count } rows
    } ({ $group })
include = Include { $count ->
    [one] { $count } row
   *[other] { $count } rows
    } again
# What is told once it is done.
cut = Shortened { $field } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
cleared = Emptied { $field } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
corrected = Corrected { $field } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
stripped = Removed symbols from { $field } in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    }.
left-out = Left out { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } ({ $group }).
included = Included { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
    } again.
