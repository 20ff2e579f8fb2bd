"""Documents become mentions and readings: actors, persons, places, times and amounts, and what each may mean."""
