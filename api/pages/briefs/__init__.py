"""The training brief: what was picked, what it says now, and the files that are made of it.

`items` reads and writes addresses, `contents` puts answers to the items, `references` tells sources in words and in
exchange formats, `word_file` writes the DOCX.
"""
