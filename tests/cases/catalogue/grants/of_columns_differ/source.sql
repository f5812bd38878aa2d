GRANT UPDATE (n) ON t TO reader;
