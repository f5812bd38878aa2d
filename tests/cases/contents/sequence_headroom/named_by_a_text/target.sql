SELECT setval('numbers2', 1);
