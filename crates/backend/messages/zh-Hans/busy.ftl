# Trying again later is all there is to do.
took-too-long = 用时过长，或者有人正在更改同一内容。未做任何更改。请过一分钟再试。
lists = Coxswain 正忙于处理其他名单。未做任何更改。请过一分钟再试。
people = 现在执行此操作的人太多。请等几秒再试。
pushes = 同时到达的推送过多。
# So much is enough for an hour of one person. The wait is a number of minutes.
too-many-checks = 您在一小时内已发起 { NUMBER($most) } 次预检，达到上限。未进行预检。请等待 { $wait }，然后重新预检。
too-many-downloads = 您在一小时内已下载 { NUMBER($most) } 个文件，达到上限。请等待 { $wait }，然后重新下载此文件。
too-many-searches = 您在一小时内已按号码查找 { NUMBER($most) } 次，达到上限。请等待 { $wait }，然后重新查找。
