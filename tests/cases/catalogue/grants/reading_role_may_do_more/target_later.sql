REVOKE CREATE ON DATABASE postgres FROM only_reading;
