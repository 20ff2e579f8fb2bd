"""What the MUC-4 task counts as what: literal tables, written from its task documentation.

Words are lemmas; the first row that holds one decides.
"""
