# Names of files that are downloaded: without spaces, and in English of ASCII alone.
erasure-receipt = erasure-receipt.txt
