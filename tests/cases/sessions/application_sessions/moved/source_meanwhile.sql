SET application_name = 'walletXapi';
