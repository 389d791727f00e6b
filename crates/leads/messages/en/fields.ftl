# Fields of a lead, as screens and templates name them.
customer = Customer
mobile = Mobile
platform = Platform
comments = Comments
robot = Robot
gender = Gender
extra-a = ExtraA
extra-b = ExtraB
extra-c = ExtraC
