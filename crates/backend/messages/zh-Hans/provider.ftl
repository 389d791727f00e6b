# Why a call of AIRudder brought nothing.
key-refused = AIRudder 拒绝了此账户的密钥：“{ $words }”。请联系管理员。
not-reached = 无法连接 AIRudder。
refused = AIRudder 拒绝了：“{ $words }”
busy = AIRudder 正忙。请过一分钟再试。
unclear = AIRudder 没有明确答复。
unreadable = Coxswain 无法读取 AIRudder 的答复（{ $place }）。请告知管理员。
left-alone = AIRudder 没有响应。Coxswain 会自动重试。
no-credentials = 此账户没有可用的 AIRudder 凭据。管理员可以在“设置”中输入。
not-in-time = AIRudder 没有及时响应。
last-known-robots = 显示的是上次已知的机器人。
robot-as-last-known = 显示的是机器人上次已知的状态。
down = AIRudder 自 { $since } 起没有响应。下次尝试：{ $until }。在此之前不会发送或预检任何内容。等待超过 30 分钟的批次不会发送。
