# When to call: the choices of the form, windows, and batches one after the other.
now = 现在
today-until = 今天到 { $end }
tomorrow-hours = 明天 { $from }–{ $to }
later = 稍后
today = 今天，{ $day }
tomorrow = 明天，{ $day }
# A window, on one day or on several.
window-of-day = { $start }–{ $end }
window-of-day-with-change = { $start }–{ $end }（其间时钟会调整）
window = { $start } – { $end }
window-with-change = { $start } – { $end }（其间时钟会调整）
# Batches one after the other.
last-is-sent = { NUMBER($batches) } 个批次，间隔 { NUMBER($apart) } 分钟。最后一个比第一个晚 { NUMBER($behind) } 分钟发送。
last-starts = { NUMBER($batches) } 个批次，间隔 { NUMBER($apart) } 分钟。最后一个于 { $start } 开始。
last-too-late = { NUMBER($batches) } 个批次，间隔 { NUMBER($apart) } 分钟：最后一个将在第一个之后 5 天以上才发送。批次间隔请最多设为 { NUMBER($fewer) } 分钟。
start-skipped = 批次 { NUMBER($batch, useGrouping: "false") } 将于 { $start } 开始，而时钟会跳过这个时间。请更改开始时间或批次间隔。
window-too-far = 时段离现在太远。请选择更早的开始时间。
window-too-short-end-later = 时段太短：批次 { NUMBER($batch, useGrouping: "false") } 将于 { $start } 开始，距结束不到 30 分钟。请缩短批次间隔，或将结束时间设为 { $least } 或更晚。
window-too-short-start-earlier = 时段太短：批次 { NUMBER($batch, useGrouping: "false") } 将于 { $start } 开始，距结束不到 30 分钟。请缩短批次间隔，或选择更早的开始时间。
too-many-batches = { NUMBER($leads) } 条线索按每批 { NUMBER($size) } 条分，将有 { NUMBER($batches) } 个批次；上限是 { NUMBER($most) } 个。请让管理员在“设置”中把“每批次的线索数”提高到至少 { NUMBER($enough) }。
at-night = { $place }现在是 { $time }：您将在夜间接到呼叫。
# When what is left of a task is stopped by itself.
stop-rule = { NUMBER($calls) } 次呼叫后触达率低于 { NUMBER($percent) }% 时
