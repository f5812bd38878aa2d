SET application_name = 'wallet';
