SET application_name = 'api';
