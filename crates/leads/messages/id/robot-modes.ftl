# How a robot dials.
single = Tunggal
group = Grup
