-- Enums (the order of the labels is the order in which they sort).

CREATE TYPE issuer.trust_status AS ENUM ('pending', 'trusted', 'suspended', 'revoked');

CREATE TYPE issuer.student_status AS ENUM
  ('applied', 'enrolled', 'on_leave', 'graduated', 'withdrawn');

CREATE TYPE issuer.team_role AS ENUM ('viewer', 'editor', 'approver', 'owner');

CREATE TYPE issuer.team_status AS ENUM ('invited', 'active', 'deactivated');

CREATE TYPE issuer.verification_status AS ENUM
  ('pending', 'verified', 'expired', 'revoked', 'failed');

CREATE TYPE issuer.reputation_category AS ENUM
  ('identity', 'work', 'education', 'transport', 'lodging', 'payment', 'community');

CREATE TYPE issuer.reputation_vertical AS ENUM
  ('hiring', 'gig', 'rental', 'lending', 'dating');

CREATE TYPE issuer.platform_authority_status AS ENUM
  ('proposed', 'active', 'suspended', 'retired');
