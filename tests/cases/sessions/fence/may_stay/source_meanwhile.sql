SET application_name = 'worker';
