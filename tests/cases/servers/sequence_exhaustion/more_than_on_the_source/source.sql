SELECT setval('small', 27000);
