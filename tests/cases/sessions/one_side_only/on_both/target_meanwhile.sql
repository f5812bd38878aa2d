SET application_name = 'mailer 2';
