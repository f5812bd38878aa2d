SET application_name = 'new pool';
