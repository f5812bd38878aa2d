SET application_name = 'monitor_1';
