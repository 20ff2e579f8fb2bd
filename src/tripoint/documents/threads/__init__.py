"""Comment threads among lines without tags: where they begin and end, who speaks in them."""
