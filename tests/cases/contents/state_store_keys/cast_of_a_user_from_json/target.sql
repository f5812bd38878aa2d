UPDATE store SET payload = '{"n": 2}' WHERE service_key = 'a';
