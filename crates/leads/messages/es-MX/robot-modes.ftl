# How a robot dials.
single = Individual
group = Grupo
