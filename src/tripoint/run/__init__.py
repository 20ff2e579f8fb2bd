"""The order of the stages, the shards, and the executors that map work over them.

Import what you need from its modules: this one loads nothing, so that the command line starts quickly.
"""
