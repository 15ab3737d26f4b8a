"""Is everything as it should be? The surroundings, the settings, and every page and catalog."""
