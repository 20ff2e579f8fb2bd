"""Cases over HTTP: what is in them as JSON, decisions, and the web app. Speaks to browsers; `cli` starts it."""
