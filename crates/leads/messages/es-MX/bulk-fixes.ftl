# What is done to all leads of a group at once: on its button, and once it is done.
add-plus = Agregar + a { $count ->
    [one] { $count } número
   *[other] { $count } números
    }
add-code = Agregar +{ $code } a { $count ->
    [one] { $count } número
   *[other] { $count } números
    }
repair-names = Reparar las letras de { $count ->
    [one] { $count } nombre
   *[other] { $count } nombres
    }
repair-platforms = Reparar las letras de { $count ->
    [one] { $count } plataforma
   *[other] { $count } plataformas
    }
repair-texts = Reparar las letras de { $count ->
    [one] { $count } texto
   *[other] { $count } textos
    } de { $field }
strip-names = Quitar los símbolos de { $count ->
    [one] { $count } nombre
   *[other] { $count } nombres
    }
strip-platforms = Quitar los símbolos de { $count ->
    [one] { $count } plataforma
   *[other] { $count } plataformas
    }
strip-texts = Quitar los símbolos de { $count ->
    [one] { $count } texto
   *[other] { $count } textos
    } de { $field }
shorten-names = Reducir { $count ->
    [one] { $count } nombre
   *[other] { $count } nombres
    } a { NUMBER($allowed, useGrouping: "false") } caracteres
shorten-platforms = Reducir { $count ->
    [one] { $count } plataforma
   *[other] { $count } plataformas
    } a { NUMBER($allowed, useGrouping: "false") } caracteres
shorten-comments = Reducir { $count ->
    [one] { $count } comentario
   *[other] { $count } comentarios
    } a { NUMBER($allowed, useGrouping: "false") } caracteres
empty-placeholders = Vaciar { $count ->
    [one] { $count } dato de relleno
   *[other] { $count } datos de relleno
    } en { $field }
empty-errors = Vaciar { $count ->
    [one] { $count } error
   *[other] { $count } errores
    } en { $field }
empty-gender = Vaciar el género en { $count ->
    [one] { $count } fila
   *[other] { $count } filas
    }
use-tasks-robot = Usar el robot de la tarea en { $count ->
    [one] { $count } fila
   *[other] { $count } filas
    }
# The button stands at its group, which it need not name.
leave-out = Omitir { $count ->
    [one] { $count } fila
   *[other] { $count } filas
    }
leave-out-group = Omitir { $count ->
    [one] { $count } fila
   *[other] { $count } filas
    } ({ $group })
include = Incluir de nuevo { $count ->
    [one] { $count } fila
   *[other] { $count } filas
    }
# What is told once it is done.
cut = Se redujo el texto de { $field } en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
cleared = Se vació el campo { $field } en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
corrected = Se corrigió el campo { $field } en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
stripped = Se quitaron símbolos de { $field } en { $rows ->
    [one] { $rows } fila
   *[other] { $rows } filas
    }.
left-out = { $rows ->
    [one] Se omitió { $rows } fila ({ $group }).
   *[other] Se omitieron { $rows } filas ({ $group }).
}
included = { $rows ->
    [one] Se incluyó de nuevo { $rows } fila.
   *[other] Se incluyeron de nuevo { $rows } filas.
}
