CREATE TABLE public.domains (
  organization_id text, domain text, PRIMARY KEY (organization_id, domain));
INSERT INTO public.domains VALUES ('org-1', 'a.example');
CREATE TABLE public.scopes (
  scope_id text PRIMARY KEY,
  organization_id text NOT NULL,
  domain text NOT NULL,
  level integer CONSTRAINT scopes_level_check CHECK (level > 0),
  during int4range,
  CONSTRAINT scopes_during_excl EXCLUDE USING gist (during WITH &&),
  CONSTRAINT scopes_domain_fkey FOREIGN KEY (organization_id, domain)
    REFERENCES public.domains DEFERRABLE INITIALLY DEFERRED);
CREATE FUNCTION public.scope_id_prefix() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.scope_id NOT LIKE 'scope-%' THEN
    RAISE EXCEPTION E'GOVERNANCE VIOLATION: % has no prefix\nsee the mandate', NEW.scope_id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scopes_scope_id_prefix BEFORE INSERT OR UPDATE ON public.scopes
  FOR EACH ROW EXECUTE FUNCTION public.scope_id_prefix();
INSERT INTO public.scopes VALUES ('scope-1', 'org-1', 'a.example', 1, '[1,5)');
CREATE PROCEDURE public.keep() LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.domains VALUES ('org-1', 'b.example');
  COMMIT;
END $$;
CREATE ROLE probe_reader;
GRANT SELECT ON public.scopes TO probe_reader;
