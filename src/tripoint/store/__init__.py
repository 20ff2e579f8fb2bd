"""Keeps a case: raw bytes in custody, record files named by digest, the case database and a person's decisions.

Import what you need from its modules: this one loads nothing, so that the command line starts quickly.
"""
