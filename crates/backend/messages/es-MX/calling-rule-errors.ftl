# Why a calling rule or a holiday is not saved.
changed-meanwhile = Otra persona cambió esta regla mientras tanto. No se guardó nada: revísela de nuevo.
already-a-holiday = Este día ya es festivo. Para darle otro nombre, quítelo primero.
