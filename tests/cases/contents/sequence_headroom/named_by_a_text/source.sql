SELECT setval('numbers', 4), setval('numbers2', 4);
