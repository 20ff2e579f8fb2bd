"""Pages become documents: what each stretch of a page is, which articles it holds, who published them and when."""
