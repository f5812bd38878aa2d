# A Rails project moves to a new server: tables as Active Record creates them, and its history.
. "$project/tests/field/common.sh"

mkdir -p app/db/migrate
cd app
cat >db/migrate/20250301100000_create_people.rb <<'RB'
class CreatePeople < ActiveRecord::Migration[7.1]
  def change
    create_table :people do |t|
      t.string :email, null: false, index: { unique: true }
      t.jsonb :settings, null: false, default: {}
      t.timestamps
    end
  end
end
RB
cat >db/migrate/20250412083000_create_visits.rb <<'RB'
class CreateVisits < ActiveRecord::Migration[7.1]
  def change
    create_table :visits do |t|
      t.references :person, null: false, foreign_key: true
      t.decimal :paid, precision: 10, scale: 2
      t.timestamps
    end
  end
end
RB
sql "$source" --file=- <<'SQL'
CREATE TABLE schema_migrations (version character varying NOT NULL PRIMARY KEY);
CREATE TABLE ar_internal_metadata (
  key character varying NOT NULL PRIMARY KEY, value character varying,
  created_at timestamp(6) without time zone NOT NULL, updated_at timestamp(6) without time zone NOT NULL);
CREATE TABLE people (
  id bigserial PRIMARY KEY, email character varying NOT NULL, settings jsonb DEFAULT '{}' NOT NULL,
  created_at timestamp(6) without time zone NOT NULL, updated_at timestamp(6) without time zone NOT NULL);
CREATE UNIQUE INDEX index_people_on_email ON people (email);
CREATE TABLE visits (
  id bigserial PRIMARY KEY, person_id bigint NOT NULL, paid numeric(10, 2),
  created_at timestamp(6) without time zone NOT NULL, updated_at timestamp(6) without time zone NOT NULL);
CREATE INDEX index_visits_on_person_id ON visits (person_id);
ALTER TABLE visits ADD CONSTRAINT fk_rails_4f1a2b3c4d FOREIGN KEY (person_id) REFERENCES people (id);
INSERT INTO schema_migrations VALUES ('20250301100000'), ('20250412083000');
INSERT INTO ar_internal_metadata VALUES ('environment', 'production', '2025-03-01 10:00', '2025-03-01 10:00');
INSERT INTO people (email, created_at, updated_at)
  SELECT 'p' || n || '@example.com', '2025-05-01 12:00', '2025-05-01 12:00' FROM generate_series(1, 50) AS n;
INSERT INTO visits (person_id, paid, created_at, updated_at)
  SELECT 1 + n % 50, n, '2025-05-02 12:00', '2025-05-02 12:00' FROM generate_series(1, 200) AS n;
SQL
SRC_DB_URL=$(reader_of "$source")
export SRC_DB_URL TGT_DB_URL=$target

expect 0 init move --yes --name visits --migrations db/migrate
cd move
expect 0 plan lint --strict --plan plan.json
expect 0 stage all --plan plan.json --confirm 'COPY VISITS' --until gate
make_read_only "$source"
expect 0 stage all --plan plan.json --confirm 'CUT OVER VISITS' --until cutover

# A migration is committed that nobody has run.
cat >../db/migrate/20260601070000_add_phone.rb <<'RB'
class AddPhone < ActiveRecord::Migration[7.1]
  def change
    add_column :people, :phone, :string
  end
end
RB
expect 1 run gate --plan plan.json --quiet --out ../pending
damage_is_named '20260601070000'
rm ../db/migrate/20260601070000_add_phone.rb

# The target gives out ids that rows have already.
sql "$target" --command="SELECT setval('visits_id_seq', 7)" >/dev/null
expect 1 run gate --plan plan.json --quiet --out ../behind
damage_is_named 'visits_id_seq'
