// None changes what is inserted into its table: a copy by replication fires those that are ALWAYS.
#include "tests/support/schemas/random_triggers.h"

namespace gonogo::testing_support {
namespace {

void MakeRowTrigger(SchemaDraft& draft, const std::string& table) {
  const std::string name = draft.Name();
  draft.AddWithLiteral(
      "trigger",
      fmt::format("CREATE TRIGGER {} BEFORE UPDATE OF label ON {} FOR EACH ROW WHEN "
                  "(NEW.id > 1234 AND (OLD.label <> 'x' AND NEW.id BETWEEN 1 AND 2)) "
                  "EXECUTE FUNCTION {}('a', '1111')",
                  name, table, draft.trigger_function),
      fmt::format("DROP TRIGGER {} ON {}", name, table));
  static const std::vector<std::string> states = {"ENABLE ALWAYS", "ENABLE REPLICA", "DISABLE"};
  if (draft.random.OneIn(2)) {
    draft.Add("ALTER TABLE {} {} TRIGGER {}", table, draft.random.OneOf(states), name);
  } else {
    draft.Damage("trigger disabled", "ALTER TABLE {} DISABLE TRIGGER {}", table, name);
  }
}

void MakeStatementTrigger(SchemaDraft& draft, const std::string& table) {
  const std::string name = draft.Name();
  draft.Add(
      "CREATE TRIGGER {} AFTER DELETE ON {} REFERENCING OLD TABLE AS \"Old rows\" FOR EACH "
      "STATEMENT EXECUTE FUNCTION {}(E'\\\\x', '')",
      name, table, draft.trigger_function);
  draft.Add("COMMENT ON TRIGGER {} ON {} IS 'sees ''old rows'''", name, table);
  draft.Damage("trigger's comment", "COMMENT ON TRIGGER {} ON {} IS NULL", name, table);
}

void MakeConstraintTrigger(SchemaDraft& draft, const std::string& table) {
  const std::string name = draft.Name();
  draft.Add(
      "CREATE CONSTRAINT TRIGGER {} AFTER UPDATE OR DELETE ON {} DEFERRABLE INITIALLY DEFERRED FOR "
      "EACH ROW EXECUTE FUNCTION {}()",
      name, table, draft.trigger_function);
  draft.Damage("constraint trigger", "DROP TRIGGER {} ON {}", name, table);
}

void MakeRule(SchemaDraft& draft, const std::string& table) {
  const std::string name = draft.Name();
  draft.AddWithLiteral(
      "rule",
      fmt::format("CREATE RULE {} AS ON INSERT TO {} WHERE NEW.id BETWEEN 4444444 AND "
                  "4444445 AND NEW.label <> 'x1234' DO INSTEAD NOTHING",
                  name, table),
      fmt::format("DROP RULE {} ON {}", name, table));
  if (draft.random.OneIn(3)) draft.Add("ALTER TABLE {} DISABLE RULE {}", table, name);
}

}  // namespace

void MakeTriggers(SchemaDraft& draft, const std::string& table) {
  if (draft.random.OneIn(2)) MakeRowTrigger(draft, table);
  if (draft.random.OneIn(4)) MakeStatementTrigger(draft, table);
  if (draft.random.OneIn(4)) MakeConstraintTrigger(draft, table);
  if (draft.random.OneIn(3)) MakeRule(draft, table);
}

void MakePolicies(SchemaDraft& draft, const std::string& table) {
  if (!draft.random.OneIn(3)) return;
  const std::string name = draft.Name();
  draft.Add("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table);
  draft.AddWithLiteral(
      "policy",
      fmt::format("CREATE POLICY {} ON {} FOR UPDATE TO reader, writer USING ({}) WITH CHECK ({})",
                  name, table, draft.Truth(2), draft.Truth(2)),
      fmt::format("DROP POLICY {} ON {}", name, table));
  draft.Damage("row security", "ALTER TABLE {} DISABLE ROW LEVEL SECURITY", table);
  if (!draft.random.OneIn(2)) return;
  draft.Add(
      "CREATE POLICY {} ON {} AS RESTRICTIVE USING (\"user\" = ANY ('{{1,2}}') OR current_user = "
      "'writer')",
      draft.Name(), table);
  draft.Add("ALTER TABLE {} FORCE ROW LEVEL SECURITY", table);
  draft.Damage("forced row security", "ALTER TABLE {} NO FORCE ROW LEVEL SECURITY", table);
}

}  // namespace gonogo::testing_support
