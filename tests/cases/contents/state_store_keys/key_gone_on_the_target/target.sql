DELETE FROM store WHERE service_key = 'wallet';
