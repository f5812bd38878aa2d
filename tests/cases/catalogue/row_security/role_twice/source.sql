CREATE ROLE guard;
CREATE ROLE clerk;
CREATE ROLE cook;
CREATE ROLE boss;
CREATE ROLE auditor;
CREATE POLICY p ON t TO clerk, clerk, boss, guard, cook, auditor USING (true);
