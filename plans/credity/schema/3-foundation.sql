-- Foundation.

-- An organisation that issues credentials; everything in the issuer service belongs to one.
CREATE TABLE issuer.tenants (
  id          uuid PRIMARY KEY,
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  name        text NOT NULL,
  country     text NOT NULL CHECK (length(country) = 2),
  tier        text NOT NULL CHECK (tier IN ('trial', 'standard', 'enterprise')),
  settings    jsonb NOT NULL DEFAULT '{}',
  active      boolean NOT NULL DEFAULT true,
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- A member of staff of a tenant.
CREATE TABLE issuer.users (
  id             uuid PRIMARY KEY,
  tenant_id      uuid NOT NULL REFERENCES issuer.tenants,
  email          text NOT NULL UNIQUE CHECK (position('@' IN email) > 1),
  full_name      text NOT NULL,
  password_hash  text NOT NULL,
  locale         text NOT NULL DEFAULT 'en',
  is_admin       boolean NOT NULL DEFAULT false,
  last_login_at  timestamptz,
  created_at     timestamptz NOT NULL DEFAULT now()
);

-- A person who holds credentials.
CREATE TABLE wallet.users (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  did          text NOT NULL UNIQUE CHECK (did LIKE 'did:%'),
  email        text NOT NULL UNIQUE CHECK (position('@' IN email) > 1),
  phone        text,
  full_name    text NOT NULL,
  preferences  jsonb NOT NULL DEFAULT '{}',
  two_factor   boolean NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  deleted_at   timestamptz
);
