SELECT setval('"T able_I""d_seq"', 9);
