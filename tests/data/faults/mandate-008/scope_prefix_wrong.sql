-- red: scope_prefixes
-- The name of one scope doesn't begin with its domain. The scope is a sandbox, which no event
-- references. Environment and system are unchanged.
ALTER TABLE public.scopes DISABLE TRIGGER scopes_scope_id_prefix;
UPDATE public.scopes SET scope_id = 'wrong.' || environment || '.' || system
WHERE (organization_id, scope_id) =
      (SELECT s.organization_id, s.scope_id FROM public.scopes AS s WHERE s.system = 'sandbox'
       ORDER BY s.organization_id, s.scope_id LIMIT 1);
ALTER TABLE public.scopes ENABLE TRIGGER scopes_scope_id_prefix;
