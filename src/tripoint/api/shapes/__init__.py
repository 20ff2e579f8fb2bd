"""The shapes of answers, as /api/openapi.json tells them and a test holds the answers to."""
