-- Migration 008: a domain is known by its organisation and its slug, (organization_id, domain), and
-- a scope by a text that begins with its domain: finance.prod.ledger. The surrogate uuids go. One
-- transaction: where anything fails, nothing has changed. PostgreSQL 12 or newer. Services must be
-- stopped; every table stays locked until the end.

BEGIN;


-- Phase 1: alone, and after version 7 -------------------------------------------------------------
-- A row that came in half-way would have no domain, so nobody writes, nor reads, from here on.

SET LOCAL lock_timeout = '5s';

LOCK TABLE public.organizations, public.domains, public.scopes, public.mandates,
           public.decision_events, public.verdict_events, public.audit_entries,
           public.migration_log IN ACCESS EXCLUSIVE MODE;

DO $$
BEGIN
  IF (SELECT max(l.migration_version) FROM public.migration_log AS l) IS DISTINCT FROM 7 THEN
    RAISE EXCEPTION 'migration 008 follows version 7, and the log ends with %',
      COALESCE((SELECT max(l.migration_version)::text FROM public.migration_log AS l), 'nothing');
  END IF;
END
$$;


-- Phase 2: what a slug is -------------------------------------------------------------------------
-- One definition for the constraint and the trigger. No dots: they separate the parts of a scope.

CREATE FUNCTION public.is_domain_slug(slug text) RETURNS boolean
  IMMUTABLE LANGUAGE sql AS $$
    SELECT pg_catalog.length(slug) <= 63
       AND slug COLLATE "C" ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'
  $$;


-- Phase 3: every domain gets its slug -------------------------------------------------------------
-- Capitals, blanks and underscores are people's spellings. What then is no slug, or stands twice in
-- an organisation, is refused by the constraint and the key below.

ALTER TABLE public.domains ADD COLUMN domain text;

UPDATE public.domains
SET domain = lower(regexp_replace(btrim(slug), '[\s_]+', '-', 'g'));


-- Phase 4: every scope gets its text --------------------------------------------------------------
-- A scope of another organisation's domain finds none here, and is refused in phase 8.

ALTER TABLE public.scopes ADD COLUMN domain text, ADD COLUMN scope_text text;

UPDATE public.scopes AS s
SET domain = d.domain,
    scope_text = d.domain || '.' || s.environment || '.' || s.system
FROM public.domains AS d
WHERE d.domain_id = s.domain_id AND d.organization_id = s.organization_id;


-- Phase 5: mandates -------------------------------------------------------------------------------
-- They are held for a whole domain, and have no scope.

ALTER TABLE public.mandates ADD COLUMN domain text;

UPDATE public.mandates AS m
SET domain = d.domain
FROM public.domains AS d
WHERE d.domain_id = m.domain_id AND d.organization_id = m.organization_id;


-- Phase 6: history --------------------------------------------------------------------------------
-- Events say where they happened in the new words too; nothing else of them changes. Append-only is
-- off for these three statements only. Subqueries rather than joins: an event that finds nothing
-- must be seen, not skipped.

ALTER TABLE public.decision_events ADD COLUMN domain text, ADD COLUMN scope_text text;
ALTER TABLE public.verdict_events ADD COLUMN domain text, ADD COLUMN scope_text text;
ALTER TABLE public.audit_entries ADD COLUMN domain text, ADD COLUMN scope_text text;

ALTER TABLE public.decision_events DISABLE TRIGGER decision_events_append_only;
ALTER TABLE public.verdict_events DISABLE TRIGGER verdict_events_append_only;
ALTER TABLE public.audit_entries DISABLE TRIGGER audit_entries_append_only;

UPDATE public.decision_events AS e
SET domain = (SELECT d.domain FROM public.domains AS d
              WHERE d.domain_id = e.domain_id AND d.organization_id = e.organization_id),
    scope_text = (SELECT s.scope_text FROM public.scopes AS s
                  WHERE s.scope_id = e.scope_id AND s.domain_id = e.domain_id);

UPDATE public.verdict_events AS e
SET domain = (SELECT d.domain FROM public.domains AS d
              WHERE d.domain_id = e.domain_id AND d.organization_id = e.organization_id),
    scope_text = (SELECT s.scope_text FROM public.scopes AS s
                  WHERE s.scope_id = e.scope_id AND s.domain_id = e.domain_id);

UPDATE public.audit_entries AS e
SET domain = (SELECT d.domain FROM public.domains AS d
              WHERE d.domain_id = e.domain_id AND d.organization_id = e.organization_id),
    scope_text = (SELECT s.scope_text FROM public.scopes AS s
                  WHERE s.scope_id = e.scope_id AND s.domain_id = e.domain_id);

ALTER TABLE public.decision_events ENABLE TRIGGER decision_events_append_only;
ALTER TABLE public.verdict_events ENABLE TRIGGER verdict_events_append_only;
ALTER TABLE public.audit_entries ENABLE TRIGGER audit_entries_append_only;

-- An audit entry may have no scope, so NOT NULL would not notice one that lost it.
DO $$
DECLARE
  lost bigint;
BEGIN
  SELECT count(*) INTO lost FROM public.audit_entries AS a
  WHERE a.scope_id IS NOT NULL AND a.scope_text IS NULL;
  IF lost > 0 THEN
    RAISE EXCEPTION 'GOVERNANCE VIOLATION: % audit entries name a scope outside their domain', lost;
  END IF;
END
$$;


-- Phase 7: the surrogates go ----------------------------------------------------------------------
-- With them goes what is built on them: keys, indexes, and the overview, which phase 13 makes anew.
-- Environment and system of a scope are read from its text from now on, and cannot contradict it.

DROP VIEW public.domain_activity;

ALTER TABLE public.scopes DROP COLUMN domain_id, DROP COLUMN scope_id;
ALTER TABLE public.mandates DROP COLUMN domain_id;
ALTER TABLE public.decision_events DROP COLUMN domain_id, DROP COLUMN scope_id;
ALTER TABLE public.verdict_events DROP COLUMN domain_id, DROP COLUMN scope_id;
ALTER TABLE public.audit_entries DROP COLUMN domain_id, DROP COLUMN scope_id;
ALTER TABLE public.domains DROP COLUMN domain_id, DROP COLUMN slug;

ALTER TABLE public.scopes RENAME COLUMN scope_text TO scope_id;
ALTER TABLE public.decision_events RENAME COLUMN scope_text TO scope_id;
ALTER TABLE public.verdict_events RENAME COLUMN scope_text TO scope_id;
ALTER TABLE public.audit_entries RENAME COLUMN scope_text TO scope_id;

ALTER TABLE public.scopes DROP COLUMN environment, DROP COLUMN system;
ALTER TABLE public.scopes
  ADD COLUMN environment text GENERATED ALWAYS AS (split_part(scope_id, '.', 2)) STORED,
  ADD COLUMN system text GENERATED ALWAYS AS (split_part(scope_id, '.', 3)) STORED;


-- Phase 8: nothing is without its domain ----------------------------------------------------------
-- What found no domain, or no scope, in phases 4 to 6 ends the migration here.

ALTER TABLE public.domains ALTER COLUMN domain SET NOT NULL;
ALTER TABLE public.scopes ALTER COLUMN domain SET NOT NULL, ALTER COLUMN scope_id SET NOT NULL;
ALTER TABLE public.mandates ALTER COLUMN domain SET NOT NULL;
ALTER TABLE public.decision_events ALTER COLUMN organization_id SET NOT NULL,
  ALTER COLUMN domain SET NOT NULL, ALTER COLUMN scope_id SET NOT NULL;
ALTER TABLE public.verdict_events ALTER COLUMN organization_id SET NOT NULL,
  ALTER COLUMN domain SET NOT NULL, ALTER COLUMN scope_id SET NOT NULL;
ALTER TABLE public.audit_entries ALTER COLUMN organization_id SET NOT NULL,
  ALTER COLUMN domain SET NOT NULL;


-- Phase 9: keys -----------------------------------------------------------------------------------
-- The organisation comes first in each: two organisations may both have a finance.prod.ledger.

ALTER TABLE public.domains
  ADD CONSTRAINT domains_pkey PRIMARY KEY (organization_id, domain);
ALTER TABLE public.scopes
  ADD CONSTRAINT scopes_pkey PRIMARY KEY (organization_id, scope_id);
ALTER TABLE public.mandates
  ADD CONSTRAINT mandates_organization_id_domain_holder_key
    UNIQUE (organization_id, domain, holder);


-- Phase 10: indexes -------------------------------------------------------------------------------
-- For the questions that are asked within one domain, or one scope, of an organisation. Before the
-- foreign keys, which look domains' rows up through them when a domain is removed.

CREATE INDEX scopes_domain_idx ON public.scopes (organization_id, domain);
CREATE INDEX decision_events_domain_idx
  ON public.decision_events (organization_id, domain, occurred_at);
CREATE INDEX decision_events_scope_idx ON public.decision_events (organization_id, scope_id);
CREATE INDEX verdict_events_domain_idx
  ON public.verdict_events (organization_id, domain, occurred_at);
CREATE INDEX verdict_events_scope_idx ON public.verdict_events (organization_id, scope_id);
CREATE INDEX audit_entries_domain_idx
  ON public.audit_entries (organization_id, domain, recorded_at);


-- Phase 11: foreign keys --------------------------------------------------------------------------
-- Composite, so that no row can name another organisation's domain. Scopes may be retired while
-- their history stays, so events have no foreign key to them.

ALTER TABLE public.scopes ADD CONSTRAINT scopes_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain);
ALTER TABLE public.mandates ADD CONSTRAINT mandates_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain);
ALTER TABLE public.decision_events ADD CONSTRAINT decision_events_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain);
ALTER TABLE public.verdict_events ADD CONSTRAINT verdict_events_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain);
ALTER TABLE public.audit_entries ADD CONSTRAINT audit_entries_domain_fkey
  FOREIGN KEY (organization_id, domain) REFERENCES public.domains (organization_id, domain);


-- Phase 12: rules ---------------------------------------------------------------------------------
-- The constraint refuses a slug first. The trigger comes after it, for the day on which somebody
-- drops the constraint, or adds it again NOT VALID. That a scope begins with its domain holds where
-- scopes are made and where they are named.

ALTER TABLE public.domains ADD CONSTRAINT domains_domain_slug CHECK (public.is_domain_slug(domain));

CREATE FUNCTION public.refuse_domain_that_is_no_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT public.is_domain_slug(NEW.domain) THEN
    RAISE EXCEPTION 'GOVERNANCE VIOLATION: domain "%" is no slug', NEW.domain
      USING ERRCODE = 'check_violation',
            HINT = 'Small letters and digits, in words with a hyphen between: data-platform.';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER domains_domain_slug AFTER INSERT OR UPDATE ON public.domains
  FOR EACH ROW EXECUTE FUNCTION public.refuse_domain_that_is_no_slug();

CREATE FUNCTION public.refuse_scope_outside_its_domain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Where either is NULL, NOT NULL decides.
  IF left(NEW.scope_id, length(NEW.domain) + 1) <> NEW.domain || '.' THEN
    RAISE EXCEPTION 'GOVERNANCE VIOLATION: scope "%" of %.% does not begin with its domain "%"',
      NEW.scope_id, TG_TABLE_SCHEMA, TG_TABLE_NAME, NEW.domain
      USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER scopes_scope_id_prefix BEFORE INSERT OR UPDATE ON public.scopes
  FOR EACH ROW EXECUTE FUNCTION public.refuse_scope_outside_its_domain();
CREATE TRIGGER decision_events_scope_id_prefix BEFORE INSERT OR UPDATE ON public.decision_events
  FOR EACH ROW EXECUTE FUNCTION public.refuse_scope_outside_its_domain();
CREATE TRIGGER verdict_events_scope_id_prefix BEFORE INSERT OR UPDATE ON public.verdict_events
  FOR EACH ROW EXECUTE FUNCTION public.refuse_scope_outside_its_domain();
CREATE TRIGGER audit_entries_scope_id_prefix BEFORE INSERT OR UPDATE ON public.audit_entries
  FOR EACH ROW EXECUTE FUNCTION public.refuse_scope_outside_its_domain();


-- Phase 13: the overview, statistics, the log -----------------------------------------------------
-- New columns have no statistics until ANALYZE, and the first queries would be planned blindly.

CREATE VIEW public.domain_activity AS
SELECT d.organization_id, d.domain,
       count(e.event_id) AS decisions, max(e.occurred_at) AS last_decision_at
FROM public.domains AS d
LEFT JOIN public.decision_events AS e USING (organization_id, domain)
GROUP BY d.organization_id, d.domain;

INSERT INTO public.migration_log (migration_version, migration_name)
VALUES (8, 'domain identity');

ANALYZE public.organizations, public.domains, public.scopes, public.mandates,
        public.decision_events, public.verdict_events, public.audit_entries, public.migration_log;

COMMIT;
