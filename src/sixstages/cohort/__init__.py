"""Many at once: a table is read, understood, scored block by block, and counted."""
