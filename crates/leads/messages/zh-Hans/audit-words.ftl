# By what the audit log is filtered, and what entries are about.
sessions = 登录和会话
people = 人员和密码
settings = 设置
lists = 名单和预检
calling = 呼叫和停止
personal-data = 查看或下载的电话号码
permissions = 不允许
audit-log = 审计日志
done = 已完成
refused = 被拒绝
draft = 草稿
task = 任务
person = 人员
robot = 机器人
