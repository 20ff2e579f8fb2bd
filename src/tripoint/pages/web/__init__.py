"""Pages fetched from the web, politely: one request at a time, never against robots.txt, never inside a network."""
