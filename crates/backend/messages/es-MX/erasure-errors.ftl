# Why a number is not erased.
being-sent = Un lote con este número se está enviando a AIRudder en este momento, o AIRudder no lo ha confirmado. Espere a que tenga un estado, o decida sobre él en la página de su tarea, y después borre el número de nuevo: hasta entonces no está borrado en todas partes.
list-changed = Una lista con este número cambió en este momento. Borre el número de nuevo: hasta entonces no está borrado en todas partes.
in-receipt = Lo que se borró hasta entonces está en su comprobante, que dice que no está terminado.
