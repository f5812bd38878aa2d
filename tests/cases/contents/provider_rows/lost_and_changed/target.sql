DELETE FROM auth.users WHERE id = 2;
UPDATE storage.objects SET name = 'other' WHERE id = 2;
CREATE TABLE storage.buckets (id text);
