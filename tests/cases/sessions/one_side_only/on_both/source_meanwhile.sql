SET application_name = 'mailer 1';
