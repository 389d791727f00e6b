# Calls that cannot be told apart.
why = Beberapa prospek dikirim dengan komentar yang sama, dan AIRudder tidak menyebutkan panggilan mana milik siapa. Hitungannya tetap benar. Lain kali, beri setiap prospek komentar sendiri, atau kosongkan komentarnya agar Coxswain mengisi referensinya.
