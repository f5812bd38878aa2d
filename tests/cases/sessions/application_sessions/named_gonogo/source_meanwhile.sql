SET application_name = 'gonogo wallet';
