# Names of files that are downloaded: without spaces, and in English of ASCII alone.
erasure-receipt = tanda-terima-penghapusan.txt
