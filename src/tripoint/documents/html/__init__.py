"""HTML pages: their visible text, what their markup says of it, what their head tells."""
