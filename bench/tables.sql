-- The tables of the benchmark: `credentials` with :scale times 2 million rows and ten columns of ten
-- types, `ledger` with :scale times 5 million rows and five scalar columns, and `ledger_tenth`, the
-- first tenth of it. Every value is computed from the row's number.
--   psql -v scale=1 -f bench/tables.sql
CREATE TYPE credential_status AS ENUM ('issued', 'active', 'suspended', 'revoked', 'expired');

CREATE TABLE credentials (
    id uuid PRIMARY KEY,
    version integer NOT NULL,
    subject text NOT NULL,
    status credential_status NOT NULL,
    fee numeric(12, 2) NOT NULL,
    claims jsonb NOT NULL,
    issued_at timestamptz NOT NULL,
    verified boolean NOT NULL,
    sequence bigint NOT NULL,
    remark text
);
INSERT INTO credentials
SELECT md5(i::text)::uuid, i % 7, 'did:example:' || md5((i * 3)::text),
       (enum_range(NULL::credential_status))[1 + i % 5], (i % 100000)::numeric / 100,
       jsonb_build_object('degree', 'BSc', 'year', 1990 + i % 35, 'score', i % 1000,
                          'issuer', md5((i % 1000)::text), 'honours', i % 3 = 0),
       timestamptz '2020-01-01 00:00:00Z' + i * interval '1.000123 second', i % 2 = 0, i * 17,
       CASE WHEN i % 4 > 0 THEN repeat('remark ', 1 + i % 5) END
FROM generate_series(1, (2000000 * :scale)::integer) AS i;

CREATE TABLE ledger (
    entry bigint PRIMARY KEY,
    account integer NOT NULL,
    amount numeric(14, 2) NOT NULL,
    memo text NOT NULL,
    posted_at timestamptz NOT NULL
);
INSERT INTO ledger
SELECT i, i % 50000, ((i * 7919::bigint) % 10000000)::numeric / 100, 'transfer ' || i,
       timestamptz '2021-01-01 00:00:00Z' + i * interval '0.731 second'
FROM generate_series(1, (5000000 * :scale)::integer) AS i;

CREATE TABLE ledger_tenth (LIKE ledger INCLUDING INDEXES);
INSERT INTO ledger_tenth SELECT * FROM ledger WHERE entry <= (500000 * :scale)::integer;

