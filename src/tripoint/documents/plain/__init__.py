"""Text that lost its tags: what each line is, from its wording, place, repetitions and neighbours."""
