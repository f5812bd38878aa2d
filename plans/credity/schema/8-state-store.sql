-- State store.

-- What the services keep between restarts, one document each.
CREATE TABLE public.credverse_state_store (
  service_key  text PRIMARY KEY,
  payload      jsonb NOT NULL,
  updated_at   timestamptz NOT NULL
);
