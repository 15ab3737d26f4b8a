"""From a catalog to a page: put together, proven, finished, and published or held back."""
