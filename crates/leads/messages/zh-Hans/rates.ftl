# Rates, how sure they are, and how they differ.
percent = { NUMBER($percent) }%
under-percent = 低于 { NUMBER($percent) }%
over-percent = 高于 { NUMBER($percent) }%
with-base = { NUMBER($part) }（{ $base }的 { $rate }）
part = { NUMBER($part) }
interval = { NUMBER($low) }% 到 { NUMBER($high) }%
too-few = { $one } 与 { $other }：呼叫太少，无法判断。每个至少需要 { NUMBER($least) } 次。
no-difference = { $one } 与 { $other }：看不出差别，{ $low } 到 { $high } 个百分点。
reaches-more = { $one } 比 { $other } 的触达率高 { NUMBER($points) } 个百分点（{ NUMBER($low) } 到 { NUMBER($high) }）。
reaches-less = { $one } 比 { $other } 的触达率低 { NUMBER($points) } 个百分点（{ NUMBER($low) } 到 { NUMBER($high) }）。
interests-more = { $one } 比 { $other } 的意向率高 { NUMBER($points) } 个百分点（{ NUMBER($low) } 到 { NUMBER($high) }）。
interests-less = { $one } 比 { $other } 的意向率低 { NUMBER($points) } 个百分点（{ NUMBER($low) } 到 { NUMBER($high) }）。
points = { NUMBER($points) }
points-more = +{ NUMBER($points) }
points-less = −{ NUMBER($points) }
