SET application_name = 'gonogo new wallet';
