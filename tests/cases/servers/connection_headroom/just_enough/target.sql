-- One more for the session of the gate.
CREATE ROLE app LOGIN CONNECTION LIMIT 15;
ALTER DATABASE gate_case CONNECTION LIMIT 16;
