GRANT SELECT ON auth.users TO moving;
