"""When a page was published: dates as they are written, datelines, and what decides between pieces of evidence."""
