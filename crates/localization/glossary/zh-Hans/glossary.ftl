# The terms of the trade in this language: a catalogue uses these words and no others, or takes a term by its name.
# A word that a comment above a term says after “Never” stands in no catalogue: a test sees to it.

# Never: 潜在客户, 商机
-lead = 线索
# Never: 外呼任务, 后续任务
-task = 任务
# Never: 子任务
-batch = 批次
# Never: 话术, 语音助手
-robot = 机器人
# Never: 中继
-line = 线路
# Never: 清单
-list = 名单
# Never: 免打扰, 黑名单, 拒接名单
-do-not-call-list = 勿扰名单
# Never: 重呼, 重新拨打
-redial = 重拨
# Never: 接通率, 接触率
-reach-rate = 触达率
# Never: 意向标签, 意向等级
-result = 意向结果
# Never: 草案
-draft = 草稿
# Never: 试运行, 预检查
-check = 预检
# Never: 审查, 复核
-review = 审核
-launch = 启动
# Never: 账号, 帐号, 帐户
-account = 账户
# Never: 拨打规则, 外呼规则
-calling-rule = 呼叫规则
# Never: 冷却时间, 静默期
-cooldown = 冷却期
-column = 列
-row = 行
-cell = 单元格
# Never: 告警
-warning = 警告
-duplicate = 重复
# Never: 操作日志, 审核日志
-audit-log = 审计日志
-role = 角色
# Never: 观察者, 浏览者
-viewer = 查看者
-preparer = 准备者
-launcher = 启动者
-administrator = 管理员
# Never: 安全密钥
-passkey = 通行密钥
# Never: 双因素, 双重验证, 两步验证
-second-factor = 第二重验证
# Never: 备用码, 恢复代码
-recovery-code = 恢复码
-retention = 保留期限
# Never: 收据
-receipt = 回执
# Never: 后续跟踪
-follow-up = 跟进
# Never: 时间窗
-window = 时段
