"""Source text to target text; an engine sees only text whose markup is protected."""
