title = Holidays
explained = These count for rules that allow no calls on holidays. Add holidays that are declared later.
add-title = Add a holiday
of-year = { $count ->
    [one] { $country } { $year }: { $count } holiday
   *[other] { $country } { $year }: { $count } holidays
}
day = Day
name = Name
source = Source
remove = Remove
remove-day = Remove { $day }
country = Country
source-hint = Where you read it: a decree, or an address.
submit = Add holiday
added = The holiday was added.
removed = The holiday was removed.
