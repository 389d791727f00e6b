# What a request is told that gets no page: from elsewhere, to another address, too large, or too late.
wrong-address = Dirección equivocada
not-here = Coxswain no está en esta dirección. Abra { $address }. Si esta dirección es correcta, su administrador tiene que ponerla en COXSWAIN_PUBLIC_URL, y un proxy delante de Coxswain tiene que transmitir el host.
from-elsewhere = No se cambió nada: este formulario vino de otro sitio, o de un programa que no dice de dónde viene. Abra Coxswain e inténtelo de nuevo.
too-large = El formulario es demasiado grande.
too-slow = El formulario no llegó a tiempo.
incomplete = Una parte del formulario no llegó.
took-too-long = Tardó demasiado
stopped = Coxswain está demasiado ocupado y detuvo lo que usted pidió. Espere un minuto y revise si se hizo antes de repetirlo.
too-busy = Coxswain está demasiado ocupado. Espere un minuto y vuelva a cargar la página.
reference = { $sentence } Referencia: { $reference }.
