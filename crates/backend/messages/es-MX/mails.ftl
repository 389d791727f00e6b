# Mails with a one-time link, as plain text.
invitation-subject = Tiene una invitación a Coxswain
invitation =
    Hola, { $name }:

    Tiene una invitación a Coxswain. Abra este enlace y elija una contraseña:

    { $address }

    El enlace sirve una sola vez y vence en 24 horas. No lo comparta: quien lo tenga puede iniciar sesión como usted.
    Si no esperaba este correo, avise a su administrador.
reset-subject = Elija una contraseña nueva para Coxswain
reset =
    Hola, { $name }:

    Un administrador inició el restablecimiento de su contraseña. Abra este enlace y elija una contraseña nueva:

    { $address }

    El enlace sirve una sola vez y vence en una hora. No lo comparta: quien lo tenga puede iniciar sesión como usted.
    Si no esperaba este correo, avise a su administrador.
