"""Any file as a document: the kinds that are read, the ways to turn the others into them, and letters of old fonts."""
