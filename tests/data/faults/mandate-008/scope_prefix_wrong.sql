-- red: scope_prefixes
-- One scope begins with another word than its domain. Nothing ever happened in a sandbox, so no
-- event loses its scope by that; environment and system stay as they were.
ALTER TABLE public.scopes DISABLE TRIGGER scopes_scope_id_prefix;
UPDATE public.scopes SET scope_id = 'wrong.' || environment || '.' || system
WHERE (organization_id, scope_id) =
      (SELECT s.organization_id, s.scope_id FROM public.scopes AS s WHERE s.system = 'sandbox'
       ORDER BY s.organization_id, s.scope_id LIMIT 1);
ALTER TABLE public.scopes ENABLE TRIGGER scopes_scope_id_prefix;
