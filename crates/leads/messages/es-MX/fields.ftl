# Fields of a lead, as screens and templates name them.
customer = Cliente
mobile = Celular
platform = Plataforma
comments = Comentarios
robot = Robot
gender = Género
extra-a = ExtraA
extra-b = ExtraB
extra-c = ExtraC
