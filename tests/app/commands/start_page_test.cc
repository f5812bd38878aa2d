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
  const std::string old_server = databases.SourceUrl();
  const std::string new_server = databases.TargetUrl();
  const auto as = [](const std::string& user, const std::string& url) {
    return "postgresql://" + user + url.substr(url.find('@'));
  };
  ExpectTranscript("start.md", {{"ADMIN_URL", old_server},
                                {"NEW_ADMIN_URL", new_server},
                                {"SRC_DB_URL", as("gonogo_reader:reads-all", old_server)},
                                {"TGT_DB_URL", as("shop_owner:owns-all", new_server)}});
  databases.OnSource("DROP OWNED BY gonogo_reader; DROP ROLE gonogo_reader");
  databases.OnTarget(
      "ALTER DATABASE shop OWNER TO CURRENT_USER; REASSIGN OWNED BY shop_owner TO CURRENT_USER; "
      "DROP OWNED BY shop_owner; DROP ROLE shop_owner");
}

}  // namespace
}  // namespace gonogo::testing_support
