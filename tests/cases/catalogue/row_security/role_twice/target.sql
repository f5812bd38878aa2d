CREATE ROLE auditor;
CREATE ROLE boss;
CREATE ROLE clerk;
CREATE ROLE cook;
CREATE ROLE guard;
CREATE POLICY p ON t TO clerk, boss, guard, cook, auditor USING (true);
