SET application_name = 'gonogo api';
