# Which leads of a list are shown.
all = 所有线索
called = 将呼叫
refused = 被 AIRudder 拒绝
refused-before = 之前被拒绝
airudder-says = AIRudder：“{ $words }”
