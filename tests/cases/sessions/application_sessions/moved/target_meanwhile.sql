SET application_name = 'wallet_api';
