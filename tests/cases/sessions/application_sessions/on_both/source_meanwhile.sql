SET application_name = 'old pool';
