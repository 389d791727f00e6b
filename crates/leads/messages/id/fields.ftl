# Fields of a lead, as screens and templates name them.
customer = Pelanggan
mobile = Ponsel
platform = Platform
comments = Komentar
robot = Robot
gender = Jenis kelamin
extra-a = ExtraA
extra-b = ExtraB
extra-c = ExtraC
