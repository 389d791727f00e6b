# Moments that are more than a day with its time.
day-and-time = { $day }, { $time }
in-zone = { $moment } ({ $zone })
