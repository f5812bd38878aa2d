// Secrets and values of rows that are planted in URLs, variables, messages of servers and outputs
// of programs are in nothing that gonogo prints, writes or runs.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <atomic>
#include <filesystem>
#include <set>
#include <thread>

#include "core/text/percent.h"
#include "tests/support/faults/marked_processes.h"
#include "tests/support/migrations/staged_migration.h"

namespace gonogo::testing_support {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarkOfSecrets = "secrets";
const std::string kPassword = "pa+ss/w'rd\"%\\zQ9";
const std::string kToken = "tok3n-Abc/def+9";
const std::string kRow = "Private-Row-4711";

std::string Replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string HexadecimalOf(const std::string& text) {
  std::string all;
  for (const char c : text) all += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return all;
}

std::string InBase64(const std::string& text) {
  std::string base64((text.size() + 2) / 3 * 4 + 1, '\0');
  EVP_EncodeBlock(reinterpret_cast<unsigned char*>(base64.data()),
                  reinterpret_cast<const unsigned char*>(text.data()),
                  static_cast<int>(text.size()));
  base64.pop_back();
  return base64;
}

// All forms in which a text may show a secret.
std::set<std::string> FormsOf(const std::string& secret) {
  std::set<std::string> forms = {secret,
                                 PercentEncoded(secret),
                                 HexadecimalOf(secret),
                                 ToText(Json(secret)).substr(1, ToText(Json(secret)).size() - 2),
                                 Replaced(secret, "'", "''"),
                                 Replaced(Replaced(secret, "\\", "\\\\"), "'", "\\'")};
  for (const std::string before : {"", "1", "12"}) {
    const std::string base64 = InBase64(before + secret);
    forms.insert(base64.substr(4, base64.size() - 8));  // without what depends on the neighbours
  }
  return forms;
}

// Returns which of the secrets the text shows, and around it.
std::string Shown(const std::string& text) {
  for (const std::string& secret : {kPassword, kToken, kRow}) {
    for (const std::string& form : FormsOf(secret)) {
      const std::size_t at = text.find(form);
      if (at != std::string::npos) {
        return form + " in ..." + text.substr(at < 200 ? 0 : at - 200, 400);
      }
    }
  }
  return "";
}

// Reads the command lines of all that gonogo runs, as long as it exists.
class CommandLines {
 public:
  CommandLines() : thread_([this] { Read(); }) {}
  CommandLines(const CommandLines&) = delete;
  CommandLines& operator=(const CommandLines&) = delete;
  ~CommandLines() {
    is_over_ = true;
    thread_.join();
    EXPECT_FALSE(seen_.empty());
    for (const std::string& line : seen_) EXPECT_EQ(Shown(line), "") << line;
  }

 private:
  void Read() {
    while (!is_over_) {
      for (MarkedProcess& one : ProcessesMarked(kMarkOfSecrets)) {
        seen_.insert(std::move(one.command));
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
  }

  std::atomic<bool> is_over_{false};
  std::set<std::string> seen_;
  std::thread thread_;
};

// Fails, with a last line that has the token in all forms, and the URL with its password.
constexpr const char* kLeakyProgram = R"sh(
echo "the token is $APP_TOKEN"
printf '%s, ' "$APP_TOKEN" "$SRC_DB_URL" "$(printf '%s' "$APP_TOKEN" | base64)" \
  "$(printf 'user:%s' "$APP_TOKEN" | base64)" "$(printf 'me:%s' "$APP_TOKEN" | base64)" \
  "$(printf '%s' "$APP_TOKEN" | od -An -tx1 | tr -d ' \n')"
exit 1
)sh";

constexpr const char* kTellingFunction =
    "CREATE FUNCTION public.tell() RETURNS integer LANGUAGE plpgsql AS $$ DECLARE secret text := "
    "(SELECT body FROM public.notes WHERE body LIKE 'Private%'); BEGIN RAISE NOTICE 'see %', secret; "
    "RAISE EXCEPTION 'bad value %', secret USING DETAIL = secret, HINT = 'look at ' || secret; END $$";

// A migration with a program that tells secrets, and queries whose errors tell a row.
class Leaky {
 public:
  Leaky() {
    migration_.databases().OnSource("INSERT INTO public.notes VALUES ('" + kRow + "')");
    Json plan = ParseJson(ReadFile(migration_.scratch().Path("plan.json")));
    const auto add = [&](const Json& check) { plan["checks"].push_back(check); };
    add({{"id", "leaky"},
         {"gate", "command"},
         {"phases", {"preflight", "gate"}},
         {"severity", "advisory"},
         {"words", {"bash", "-c", kLeakyProgram}},
         {"environment", {"APP_TOKEN", "SRC_DB_URL"}}});
    for (const std::string query : {"cast", "tell"}) {
      add({{"id", query},
           {"gate", "scalar"},
           {"severity", "advisory"},
           {"file", query + ".sql"},
           {"side", "source"},
           {"equals", "1"}});
    }
    migration_.databases().OnSource(kTellingFunction);
    migration_.scratch().File("cast.sql", "SELECT sum(body::integer) FROM public.notes");
    migration_.scratch().File("tell.sql", "SELECT public.tell()");
    migration_.scratch().File("plan.json", ToText(plan, 2));
    environment_ = migration_.scratch().File("secret.env", "APP_TOKEN=" + kToken + "\n");
  }

  std::string Run(Words words, const Words& more = {}) const {
    words.insert(words.begin(), GONOGO_PROGRAM);
    words.insert(words.end(), more.begin(), more.end());
    const auto with_password = [](const std::string& url) {
      const std::size_t at = url.find('@');
      return url.substr(0, url.find(':', 13) + 1) + PercentEncoded(kPassword) + url.substr(at);
    };
    const ProcessResult result = RunCommand(
        {.words = words,
         .environment = {{"SRC_DB_URL", with_password(migration_.databases().SourceUrl())},
                         {"TGT_DB_URL", with_password(migration_.databases().TargetUrl())},
                         {kMark, kMarkOfSecrets}}});
    std::string line;
    for (const std::string& word : words) line += word + " ";
    EXPECT_EQ(Shown(result.output), "") << line << "\n" << result.output;
    return result.output;
  }

  std::string WithPlan(const Words& words) const {
    return Run(words, {"--plan", migration_.scratch().Path("plan.json"), "--env-file", environment_,
                       "--out", migration_.folder()});
  }

  // Everything but what the test itself has written.
  void ExpectNoFileShows() const {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(migration_.scratch().Path(""))) {
      if (!entry.is_regular_file() || entry.path() == environment_) continue;
      ++files;
      const std::string name = entry.path().string();
      EXPECT_EQ(Shown(ReadFile(name)), "") << name;
    }
    EXPECT_GT(files, 20U);
  }

  const StagedMigration& migration() const { return migration_; }

 private:
  StagedMigration migration_{"leaky"};
  std::string environment_;
};

TEST(SlowSecrets, AreInNothingThatGonogoPrintsWritesOrRuns) {
  const Leaky leaky;
  const StagedMigration& migration = leaky.migration();
  {
    const CommandLines command_lines;
    leaky.WithPlan({"stage", "all", "--until", "schema"});
    // The server's error shows the row that it refuses.
    migration.databases().OnTarget(
        "ALTER TABLE public.notes ADD CONSTRAINT never CHECK (body NOT LIKE 'Private%')");
    const std::string refused = leaky.WithPlan({"stage", "all"});
    EXPECT_NE(refused.find("\"never\""), std::string::npos) << refused;
    migration.databases().OnTarget("ALTER TABLE public.notes DROP CONSTRAINT never");
    const std::string all = leaky.WithPlan({"stage", "all"});
    EXPECT_NE(all.find("leaky"), std::string::npos) << all;
    migration.databases().OnTarget("DELETE FROM public.notes WHERE body LIKE 'Private%'");
    const std::string plan = migration.scratch().Path("plan.json");
    const Words with_plan = {"--plan", plan, "--env-file", migration.scratch().Path("secret.env")};
    const std::string run =
        leaky.Run({"run", "gate", "--out", migration.scratch().Path("run")}, with_plan);
    EXPECT_NE(run.find("cast"), std::string::npos) << run;
    leaky.Run({"run", "gate", "--json", "--out", migration.scratch().Path("json")}, with_plan);
    leaky.Run({"evidence", "show", migration.scratch().Path("run")});
    leaky.Run({"evidence", "show", migration.scratch().Path("run"), "--summary"});
    leaky.Run({"evidence", "show", migration.folder()});
    leaky.Run({"doctor"}, with_plan);
    leaky.Run({"list"}, with_plan);
    leaky.Run({"plan", "lint"}, with_plan);
    leaky.Run({"diff"}, with_plan);
    leaky.Run({"plan", "discover"});
    leaky.Run({"init", migration.scratch().Path("new")});
    leaky.Run({"plan", "pipeline", "github"}, {"--plan", plan});
  }
  leaky.ExpectNoFileShows();
}

}  // namespace
}  // namespace gonogo::testing_support
