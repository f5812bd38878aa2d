SELECT setval('small', 30000);
