CREATE ROLE boss;
CREATE ROLE clerk;
CREATE POLICY p ON t TO clerk, boss USING (true);
