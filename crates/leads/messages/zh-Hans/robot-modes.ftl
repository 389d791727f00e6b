# How a robot dials.
single = 单个
group = 群组
