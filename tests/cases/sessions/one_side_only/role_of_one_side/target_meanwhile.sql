SET application_name = 'mailer';
