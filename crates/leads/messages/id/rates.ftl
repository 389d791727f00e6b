# Rates, how sure they are, and how they differ.
percent = { NUMBER($percent) }%
under-percent = di bawah { NUMBER($percent) }%
over-percent = di atas { NUMBER($percent) }%
with-base = { NUMBER($part) } ({ $rate } dari { $base })
part = { NUMBER($part) }
interval = { NUMBER($low) } sampai { NUMBER($high) }%
too-few = { $one } dan { $other }: panggilan terlalu sedikit untuk dibandingkan. Masing-masing perlu setidaknya { NUMBER($least) }.
no-difference = { $one } dan { $other }: tidak terlihat perbedaan, { $low } sampai { $high } poin.
reaches-more = { $one } memiliki tingkat terhubung { NUMBER($points) } poin lebih tinggi daripada { $other } ({ NUMBER($low) } sampai { NUMBER($high) }).
reaches-less = { $one } memiliki tingkat terhubung { NUMBER($points) } poin lebih rendah daripada { $other } ({ NUMBER($low) } sampai { NUMBER($high) }).
interests-more = { $one } memiliki tingkat minat { NUMBER($points) } poin lebih tinggi daripada { $other } ({ NUMBER($low) } sampai { NUMBER($high) }).
interests-less = { $one } memiliki tingkat minat { NUMBER($points) } poin lebih rendah daripada { $other } ({ NUMBER($low) } sampai { NUMBER($high) }).
points = { NUMBER($points) }
points-more = +{ NUMBER($points) }
points-less = −{ NUMBER($points) }
