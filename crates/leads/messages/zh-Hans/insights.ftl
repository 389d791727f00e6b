# Insights: periods, and what the numbers mean.
four-weeks = 4 周
twelve-weeks = 12 周
year = 一年
chosen-days = 所选日期
day-definition = 呼叫归入最后一次拨打开始的那一天（按账户时区）。未拨打的，或 AIRudder 未告知时间的，归入其任务提交的那一天。
estimated-definition = 估算：有重拨的任务。AIRudder 只告知号码的最后一次拨打，所以未触达的人计在最后一次尝试的时间。较晚的时段看起来比实际更差。
measured-definition = 实测：没有重拨的任务。每个号码只拨打一次，计在那次拨打的时段。
