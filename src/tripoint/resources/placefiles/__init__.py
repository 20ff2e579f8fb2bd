"""Files of places as others publish them: GeoNames dumps, Who's On First tables, GeoJSON, CSV; read a row at a time."""
