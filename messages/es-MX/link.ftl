broken-title = Este enlace no funciona
choose-password = Elija su contraseña
accept-invitation = Aceptar la invitación
choose-new-password = Elija una contraseña nueva
change-password = Cambiar la contraseña
name = Nombre
email = Correo electrónico
password = Contraseña
