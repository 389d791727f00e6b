# Trying again later is all there is to do.
took-too-long = 用时过长，或者有人正在更改同一内容。未做任何更改。请过一分钟再试。
lists = Coxswain 正忙于处理其他名单。未做任何更改。请过一分钟再试。
people = 现在执行此操作的人太多。请等几秒再试。
pushes = 同时到达的推送过多。
