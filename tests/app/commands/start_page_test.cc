// docs/start.md is the transcript of its own commands. To write it again:
//   GONOGO_REGENERATE=1 build/dev/tests/app_tests --gtest_filter='StartPage*'
#include <gtest/gtest.h>

#include "tests/support/servers/both_databases.h"
#include "tests/support/transcript.h"

namespace gonogo::testing_support {
namespace {

constexpr const char* kSmallShop = R"(
CREATE TYPE status AS ENUM ('open', 'paid', 'sent');
CREATE TABLE customers (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE);
CREATE TABLE orders (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  customer_id bigint NOT NULL REFERENCES customers,
  status status NOT NULL DEFAULT 'open',
  total numeric(10, 2) NOT NULL CHECK (total >= 0)
);
CREATE INDEX ON orders (customer_id);
CREATE VIEW unpaid AS SELECT id, total FROM orders WHERE status = 'open';
INSERT INTO customers (email) SELECT 'customer' || n || '@example.invalid' FROM generate_series(1, 200) AS n;
INSERT INTO orders (customer_id, total) SELECT n % 200 + 1, n / 10.0 FROM generate_series(1, 1000) AS n;
ANALYZE;
)";

TEST(StartPage, ShowsWhatItsCommandsPrint) {
  const BothDatabases databases("shop");
  databases.OnSource(kSmallShop);
  const std::string admin = databases.SourceUrl();
  ExpectTranscript("start.md", {{"ADMIN_URL", admin},
                                {"SRC_DB_URL", "postgresql://gonogo_reader:reads-all" +
                                                   admin.substr(admin.find('@'))},
                                {"TGT_DB_URL", databases.TargetUrl()}});
  databases.OnSource("DROP OWNED BY gonogo_reader; DROP ROLE gonogo_reader");
}

}  // namespace
}  // namespace gonogo::testing_support
