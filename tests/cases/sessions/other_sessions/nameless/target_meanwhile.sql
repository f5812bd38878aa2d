SET application_name = '';
