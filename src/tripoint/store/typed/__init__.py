"""Values of the fields of a claim as people type them, read by kind."""
