CREATE POLICY a ON t USING (true);
CREATE POLICY b ON t USING (id > 0);
CREATE POLICY deleting ON t USING (true);
CREATE POLICY inserting ON t WITH CHECK (true);
CREATE POLICY updating ON t USING (true);
