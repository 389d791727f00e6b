page-title = Códigos de recuperación
made = Sus otras sesiones terminaron. Guarde estos códigos en un lugar seguro: cada uno le permite iniciar sesión una vez cuando no tenga su segundo factor. Solo se muestran ahora. Los códigos anteriores ya no sirven.
saved = Ya los guardé
left = { $count ->
    [one] Queda { $count } código. Le permite iniciar sesión una vez cuando no tenga su segundo factor.
   *[other] Quedan { $count } códigos. Cada uno le permite iniciar sesión una vez cuando no tenga su segundo factor.
}
new-codes = Los códigos nuevos reemplazan a los anteriores y terminan sus otras sesiones.
make = Generar códigos nuevos
