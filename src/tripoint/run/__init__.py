"""The order of the stages, the shards, and the executors that map work over them."""
