SELECT setval('code_no', 400);
