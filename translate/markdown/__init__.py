"""Pages to segments and back, by splicing bytes; knows nothing of catalogs or engines."""
