UPDATE store SET updated_at = NULL;
