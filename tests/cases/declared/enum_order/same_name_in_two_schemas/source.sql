CREATE TYPE wallet.role AS ENUM ('b', 'a');
