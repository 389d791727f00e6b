# Calls that cannot be told apart.
why = Beberapa prospek dikirim dengan catatan yang sama, dan AIRudder tidak menyebutkan panggilan mana milik siapa. Hitungannya tetap benar. Lain kali, beri setiap prospek catatan sendiri, atau kosongkan catatan agar Coxswain mengisi referensinya.
