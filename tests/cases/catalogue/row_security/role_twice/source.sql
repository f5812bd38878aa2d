CREATE ROLE clerk;
CREATE ROLE boss;
CREATE POLICY p ON t TO clerk, clerk, boss USING (true);
