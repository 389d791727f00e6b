# How a robot dials.
single = Single
group = Group
