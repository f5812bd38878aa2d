SET application_name = 'monitorX1';
