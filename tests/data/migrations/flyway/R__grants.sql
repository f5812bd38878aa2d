GRANT SELECT ON a TO ${reader};
