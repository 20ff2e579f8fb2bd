"""Claims become events: which claims tell one happening, and why."""
