# Rates, how sure they are, and how they differ.
percent = { NUMBER($percent) }%
under-percent = under { NUMBER($percent) }%
over-percent = over { NUMBER($percent) }%
with-base = { NUMBER($part) } ({ $rate } of { $base })
part = { NUMBER($part) }
interval = { NUMBER($low) } to { NUMBER($high) }%
too-few = { $one } and { $other }: too few calls to tell. Each needs at least { NUMBER($least) }.
no-difference = { $one } and { $other }: no difference can be told, { $low } to { $high } points.
reaches-more = { $one } reaches { NUMBER($points) } points more than { $other }, { NUMBER($low) } to { NUMBER($high) }.
reaches-less = { $one } reaches { NUMBER($points) } points less than { $other }, { NUMBER($low) } to { NUMBER($high) }.
interests-more = { $one } interests { NUMBER($points) } points more than { $other }, { NUMBER($low) } to { NUMBER($high) }.
interests-less = { $one } interests { NUMBER($points) } points less than { $other }, { NUMBER($low) } to { NUMBER($high) }.
points = { NUMBER($points) }
points-more = +{ NUMBER($points) }
points-less = −{ NUMBER($points) }
