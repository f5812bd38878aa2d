SELECT NULL::text AS secret
