UPDATE store SET payload = ROW(2, 'b') WHERE service_key = 'a';
