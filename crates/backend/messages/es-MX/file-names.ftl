# Names of files that are downloaded: without spaces, and in English of ASCII alone.
rows-to-fix = filas-por-corregir.{ $ending }
list-template = plantilla-de-lista.{ $ending }
leads-as-sent = leads-enviados.{ $ending }
calls = llamadas-{ $moment }.{ $ending }
calls-of-task = llamadas-{ $task }-{ $moment }.{ $ending }
audit-log = registro-de-auditoria.{ $ending }
proof = constancia-{ $task }.{ $ending }
