TRUNCATE users_2;
