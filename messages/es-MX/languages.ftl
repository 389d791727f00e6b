language = Idioma
by-browser = Según mi navegador
hint = Las páginas y los correos usan este idioma, en todos los navegadores.
save = Guardar idioma
