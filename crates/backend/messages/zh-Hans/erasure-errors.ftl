# Why a number is not erased.
being-sent = 包含此号码的一个批次正在发送给 AIRudder，或 AIRudder 尚未确认。请等到该批次有状态，或在其任务页面上作出决定，然后重新清除此号码：在此之前，它并未在所有位置清除。
list-changed = 包含此号码的一份名单刚刚发生更改。请重新清除此号码：在此之前，它并未在所有位置清除。
in-receipt = 在此之前已清除的内容记录在其回执中，回执会注明尚未完成。
