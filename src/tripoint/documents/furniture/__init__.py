"""Lines that a site prints around its articles, known by their wording: literal tables of named patterns."""
