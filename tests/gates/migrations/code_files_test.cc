// Tests what a review finds in migrations that are written in code.
#include "gates/migrations/review/code/code_files.h"

#include <gtest/gtest.h>

namespace gonogo {
namespace {

using Texts = std::vector<std::string>;

Texts SeenInCode(const std::string& tool, const std::string& text) {
  Texts found;
  for (const Violation& violation : ReviewCode(tool, text)) {
    found.push_back(std::to_string(violation.line) + " " + violation.rule + ": " +
                    violation.problem);
  }
  return found;
}

TEST(CodeFiles, HaveCallsThatLoseData) {
  EXPECT_EQ(SeenInCode("rails", "def change\n  remove_column :a, :b\nend\n"),
            Texts{"2 destructive: calls remove_column"});
  EXPECT_EQ(SeenInCode("django", "operations = [\n migrations.DeleteModel(name='A'),\n]"),
            Texts{"2 destructive: calls DeleteModel"});
  EXPECT_EQ(SeenInCode("alembic", "def upgrade():\n    op.drop_table('a')\n"),
            Texts{"2 destructive: calls drop_table"});
  EXPECT_EQ(SeenInCode("knex", "exports.up = (knex) =>\n  knex.schema.dropTable('a');"),
            Texts{"2 destructive: calls dropTable"});
}

TEST(CodeFiles, HaveAPartToGoBackAndComments) {
  EXPECT_EQ(
      SeenInCode("rails", "def up\n add_column :a, :b, :text\nend\ndef down\n drop_table :a\nend"),
      Texts{});
  EXPECT_EQ(SeenInCode("rails", "def down\nend\ndef up\n drop_table :a\nend"),
            Texts{"4 destructive: calls drop_table"});
  EXPECT_EQ(
      SeenInCode("alembic", "def upgrade():\n    pass\ndef downgrade():\n    op.drop_table('a')"),
      Texts{});
  EXPECT_EQ(SeenInCode("knex", "exports.up = up;\nexports.down = (k) => k.schema.dropTable('a');"),
            Texts{});
  EXPECT_EQ(SeenInCode("rails", "def change\n # drop_table :a\n drop_tables_of_ours\nend"),
            Texts{});
}

TEST(CodeFiles, GoBackOnlyWhereTheyDeclareIt) {
  const Texts dropped = {"2 destructive: calls drop_table"};
  EXPECT_EQ(SeenInCode("rails", "def up # no def down\n drop_table :a\nend"), dropped);
  EXPECT_EQ(SeenInCode("rails", "def download\n drop_table :a\nend"), dropped);
  EXPECT_EQ(SeenInCode("rails", "def down; end\ndef up; drop_table :a; end"), dropped);
  EXPECT_EQ(SeenInCode("alembic", "def downgrade_data():\n    op.drop_table('a')"), dropped);
  EXPECT_EQ(SeenInCode("alembic", "def upgrade():  # not def downgrade\n    op.drop_table('a')"),
            dropped);
  EXPECT_EQ(SeenInCode("knex", "exports.down = x;\nfunction download(k) { k.dropTable('a'); }"),
            Texts{"2 destructive: calls dropTable"});
  EXPECT_EQ(SeenInCode("knex", "// function down\nexports.up = (k) => k.dropTable('a');"),
            Texts{"2 destructive: calls dropTable"});
  EXPECT_EQ(SeenInCode("knex",
                       "module.exports = {\n down: async (k) => {},\n"
                       " up(k) { return k.dropTable('a'); }\n};"),
            Texts{"3 destructive: calls dropTable"});
  EXPECT_EQ(SeenInCode("knex",
                       "module.exports = {\n async up(k) {},\n"
                       " async down(k) { await k.dropTable('a'); }\n};"),
            Texts{});
  EXPECT_EQ(SeenInCode("rails",
                       "reversible do |dir|\n dir.up { x }\n dir.down { drop_table :a }\n"
                       " dir.down do\n  drop_table :a\n end\nend"),
            Texts{});
}

TEST(CodeFiles, HaveCommentsOnlyOutsideOfQuotes) {
  const Texts dropped = {"1 destructive: calls drop_table"};
  EXPECT_EQ(SeenInCode("rails", "puts '#'; drop_table :a"), dropped);
  EXPECT_EQ(SeenInCode("alembic", "print(\"'#\"); op.drop_table('a')"), dropped);
  EXPECT_EQ(SeenInCode("knex", "const u = 'http://a'; k.dropTable(u);"),
            Texts{"1 destructive: calls dropTable"});
}

TEST(CodeFiles, LoseDataInOtherWays) {
  const auto losing = [](const std::string& tool, const std::string& code) {
    const Texts seen = SeenInCode(tool, code);
    return seen.size() == 1 && seen[0].starts_with("1 destructive: calls ");
  };
  for (const char* const code :
       {"t.remove :a", "create_table :a, force: :cascade do |t|", "create_table 'a', force: true",
        "disable_extension 'hstore'", "drop_enum :mood", "A.find_each(&:destroy)",
        "A.find_each { |a| a.destroy! }", "A.destroy_by(b: 1)"}) {
    EXPECT_TRUE(losing("rails", code)) << code;
  }
  for (const char* const code : {"Base.metadata.drop_all(bind)", "sa.Enum(name='m').drop(bind)",
                                 "session.query(A).delete()"}) {
    EXPECT_TRUE(losing("alembic", code)) << code;
  }
  for (const char* const code :
       {"k('a').delete();", "k.schema.dropSchemaIfExists('a', true);", "t.dropTimestamps();"}) {
    EXPECT_TRUE(losing("knex", code)) << code;
  }
}

TEST(CodeFiles, ChangeTypes) {
  const auto retyped = [](const std::string& call) {
    return Texts{"1 rewrites_table: calls " + call +
                 ", which rewrites the table unless the types are binary compatible"};
  };
  EXPECT_EQ(SeenInCode("rails", "change_column :a, :b, :bigint"), retyped("change_column"));
  EXPECT_EQ(SeenInCode("rails", "t.change :b, :bigint"), retyped("t.change"));
  EXPECT_EQ(SeenInCode("rails", "change_column_default :a, :b, 1\nt.change_default :b, 1"),
            Texts{});
  EXPECT_EQ(SeenInCode("alembic", "op.alter_column('a', 'b', type_=sa.Date())"),
            retyped("alter_column"));
  EXPECT_EQ(SeenInCode("alembic",
                       "op.alter_column('a', 'b', server_default=None)\n"
                       "op.drop_constraint('c', 'a', type_='check')"),
            Texts{});
  EXPECT_EQ(SeenInCode("knex", "t.bigint('b').alter();"), retyped(".alter("));
  EXPECT_EQ(SeenInCode("django", "migrations.AlterField('a', 'b', models.TextField())"),
            Texts{"1 not_reviewed: calls AlterField, which may change the column's type"});
}

TEST(CodeFiles, TakeNamesAway) {
  const auto renamed = [](const std::string& call) {
    return Texts{"1 breaks_application: renames (" + call +
                 "): an application that uses the old name fails"};
  };
  EXPECT_EQ(SeenInCode("rails", "rename_column :a, :b, :c"), renamed("rename_column"));
  EXPECT_EQ(SeenInCode("rails", "rename_index :a, :b, :c"), Texts{});
  EXPECT_EQ(SeenInCode("alembic", "op.alter_column('a', 'b', new_column_name='c')"),
            renamed("new_column_name"));
  EXPECT_EQ(SeenInCode("alembic", "op.rename_table('a', 'b')"), renamed("rename_table"));
  EXPECT_EQ(SeenInCode("django", "migrations.RenameField('a', 'b', 'c')"), renamed("RenameField"));
  EXPECT_EQ(SeenInCode("django", "migrations.RenameIndex('a', 'b', 'c')"), Texts{});
  EXPECT_EQ(SeenInCode("knex", "t.renameColumn('a', 'b');"), renamed("renameColumn"));
}

std::string Required(int line, const std::string& word) {
  return std::to_string(line) + " breaks_application: adds a column (" + word +
         ") that refuses NULL and has no default in the database: an application that doesn't know "
         "it fails";
}

TEST(CodeFiles, AddColumnsThatMustBeFilled) {
  EXPECT_EQ(SeenInCode("rails", "add_column :a, :b, :text, null: false"),
            Texts{Required(1, "add_column")});
  EXPECT_EQ(SeenInCode("rails", "add_column(:a, :b, :text,\n  :null => false)"),
            Texts{Required(1, "add_column")});
  EXPECT_EQ(SeenInCode("rails", "x\nadd_reference :a, :b,\n  null: false\nadd_timestamps :a"),
            (Texts{Required(2, "add_reference"), Required(4, "add_timestamps")}));
  EXPECT_EQ(SeenInCode("rails",
                       "change_table :a do |t|\n  t.text :b\n  t.text :c, null: false\n"
                       "  t.timestamps\nend\nt.text :d, null: false"),
            (Texts{Required(3, "change_table"), Required(4, "change_table")}));
  EXPECT_EQ(SeenInCode("rails", "change_table(:a, bulk: true) { |t| t.text :c, null: false }"),
            Texts{Required(1, "change_table")});
  EXPECT_EQ(SeenInCode("alembic", "op.add_column('a', sa.Column('b', sa.Text(), nullable=False))"),
            Texts{Required(1, "add_column")});
  EXPECT_EQ(SeenInCode("django",
                       "migrations.AddField(\n  model_name='a',\n  name='b',\n"
                       "  field=models.IntegerField(default=0),\n)"),
            Texts{Required(1, "AddField")});
  EXPECT_EQ(SeenInCode("knex",
                       "k.schema.alterTable('a', (t) => {\n  t.text('b');\n"
                       "  t\n    .text('c')\n    .notNullable();\n})"),
            Texts{Required(3, "alterTable")});
  EXPECT_EQ(SeenInCode("knex", "k.schema.table('a', t => t.text('b').notNullable())"),
            Texts{Required(1, "schema.table")});
}

TEST(CodeFiles, AddColumnsThatNobodyMustFill) {
  for (const std::string code :
       {"add_column :a, :b, :text", "add_column :a, :b, :text, null: false, default: ''",
        "add_column :a, :b, :text, null: false,\n  default: ''", "add_timestamps :a, null: true",
        "create_table :a do |t|\n  t.text :b, null: false\n  t.timestamps\nend",
        "create_table :a do |t|\nend\nadd_column :a, :b, :text, null: false",
        "change_table :a do |t|\n  t.change :b, :text, null: false, default: ''\nend",
        "change_table :a do |t|\n  t.text :b\nend\ncreate_table :c do |t|\n"
        "  t.text :d, null: false\nend"}) {
    EXPECT_EQ(SeenInCode("rails", code).size(), code.find(".change") == std::string::npos ? 0U : 1U)
        << code;
  }
  for (const std::string code :
       {"op.add_column('a', sa.Column('b', sa.Text()))",
        "op.add_column('a', sa.Column('b', sa.Text(), nullable=False, server_default=''))",
        "op.create_table('a')\nop.add_column('a', sa.Column('b', sa.Text(), nullable=False))"}) {
    EXPECT_EQ(SeenInCode("alembic", code), Texts{}) << code;
  }
  const std::string add = "migrations.AddField(model_name='a', name='b', field=models.";
  for (const std::string& code : {add + "TextField(null=True))", add + "TextField(db_default=''))",
                                  add + "ManyToManyField(to='c.d'))",
                                  "migrations.CreateModel(name='A')\n" + add + "TextField())"}) {
    EXPECT_EQ(SeenInCode("django", code), Texts{}) << code;
  }
  for (const std::string code :
       {"k.schema.alterTable('a', t => { t.text('b').notNullable().defaultTo(''); })",
        "k.schema.alterTable('a', t => { t.text('b') })",
        "k.schema.createTable('a', t => { t.text('b').notNullable() })"}) {
    EXPECT_EQ(SeenInCode("knex", code), Texts{}) << code;
  }
}

TEST(CodeFiles, OverwriteWholeTables) {
  const Texts whole = {"1 destructive: overwrites every row (update_all)"};
  EXPECT_EQ(SeenInCode("rails", "User.update_all(role: nil)"), whole);
  EXPECT_EQ(SeenInCode("rails", "Shop::User.update_all(role: nil)"), whole);
  EXPECT_EQ(SeenInCode("rails", "User.where(role: nil).update_all(role: 'a')"), Texts{});
  EXPECT_EQ(SeenInCode("rails", "batch.update_all(role: 'a')"), Texts{});
}

TEST(CodeFiles, OverwriteWholeTablesInKnex) {
  const auto in_up = [](const std::string& code) {
    return SeenInCode("knex", "exports.up = async (knex) => {\n" + code + "\n};\n");
  };
  const Texts found = {"2 destructive: overwrites every row (.update()"};
  EXPECT_EQ(in_up("await knex('a').update({b: 1});"), found);
  EXPECT_EQ(in_up("await knex('a').update({b: 1})\nawait knex('c').where('d', 1).update({e: 1})"),
            found);
  EXPECT_EQ(in_up("await knex('a').where({c: 1}).update({b: 1});"), Texts{});
  EXPECT_EQ(in_up("await knex('a')\n .update({b: 1})\n .whereNull('b');"), Texts{});
  EXPECT_EQ(in_up("await knex('a').increment('b', 1);").size(), 1U);
}

TEST(CodeFiles, HaveSqlInTexts) {
  const Texts dropped = {"2 destructive: drops table a"};
  EXPECT_EQ(SeenInCode("rails", "def change\nexecute \"DROP TABLE a\"\nend"), dropped);
  EXPECT_EQ(SeenInCode("rails", "execute <<~SQL\n  DROP TABLE a;\nSQL\n"), dropped);
  EXPECT_EQ(SeenInCode("alembic", "def upgrade():\n    op.execute(sa.text('DROP TABLE a'))"),
            dropped);
  EXPECT_EQ(SeenInCode("django", "operations = [\nmigrations.RunSQL(\"DROP TABLE a\", \"x\")]"),
            dropped);
  EXPECT_EQ(SeenInCode("alembic", "def upgrade():\n    op.execute(\"\"\"DROP TABLE a\"\"\")"),
            dropped);
  EXPECT_EQ(SeenInCode("knex", "exports.up = (k) =>\n k.raw(`DROP TABLE a`);"), dropped);
  EXPECT_EQ(SeenInCode("rails", "execute 'CREATE EXTENSION IF NOT EXISTS citext'"), Texts{});
}

TEST(CodeFiles, ArentReviewedWhereSqlIsPutTogether) {
  for (const std::string call :
       {"op.execute(f\"DROP TABLE {t}\")", "op.execute('DROP ' + t)", "op.execute(query)",
        "op.execute('DROP TABLE %s' % t)", "op.execute('DROP ' 'TABLE a')",
        "op.execute('SELECT 1' if t else 'x')"}) {
    EXPECT_EQ(SeenInCode("alembic", call),
              Texts{"1 not_reviewed: runs what execute gets, which isn't a literal text"})
        << call;
  }
  EXPECT_EQ(SeenInCode("rails", "execute \"DROP TABLE #{t}\""),
            Texts{"1 not_reviewed: runs what execute gets, which isn't a literal text"});
  EXPECT_EQ(SeenInCode("django", "migrations.RunPython(forward, migrations.RunPython.noop)"),
            Texts{"1 not_reviewed: runs what RunPython gets, which isn't a literal text"});
  EXPECT_EQ(SeenInCode("django", "migrations.RunPython(migrations.RunPython.noop, back)"), Texts{});
  EXPECT_EQ(SeenInCode("django", "migrations.RunPython(\n  migrations.RunPython.noop,\n)"),
            Texts{});
  EXPECT_EQ(SeenInCode("django", "from django.db.migrations import RunPython\nx = 1"), Texts{});
  for (const std::string call :
       {"migrations.RunPython(noop_not, x)", "migrations.RunPython(forward)"}) {
    EXPECT_EQ(SeenInCode("django", call),
              Texts{"1 not_reviewed: runs what RunPython gets, which isn't a literal text"});
  }
  EXPECT_EQ(SeenInCode("django", "migrations.RunSQL('DROP TABLE noop')"),
            Texts{"1 destructive: drops table noop"});
}

TEST(CodeFiles, PassWhereTheyOnlyAdd) {
  EXPECT_EQ(SeenInCode("rails",
                       "def change\n create_table :a do |t|\n t.text :b\n end\n"
                       " add_column :c, :d, :text\n add_index :a, :b\nend"),
            Texts{});
  EXPECT_EQ(SeenInCode("django",
                       "operations = [migrations.CreateModel(name='A', fields=[]), "
                       "migrations.AddField('A', 'b', models.TextField())]"),
            Texts{});
  EXPECT_EQ(
      SeenInCode("alembic", "def upgrade():\n    op.create_table('a', sa.Column('b', sa.Text))"),
      Texts{});
  EXPECT_EQ(
      SeenInCode("knex", "exports.up = (k) => k.schema.createTable('a', (t) => t.text('b'));"),
      Texts{});
}

}  // namespace
}  // namespace gonogo
