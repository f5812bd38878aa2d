// Defines two functions of libpq: the linker prefers a program's own to those of a shared library.
#include "tests/support/servers/sent_statements.h"

#include <dlfcn.h>
#include <libpq-fe.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <set>

#include "fixtures/messages/statement_names.h"

namespace gonogo::testing_support {
namespace {

struct Noted {
  std::mutex mutex;
  bool is_open = false;
  std::size_t turns = 0;
  std::set<std::string> now;
  std::set<std::string> earlier;
};

Noted& TheNoted() {
  static Noted noted;
  return noted;
}

void Note(const char* statement) {
  Noted& noted = TheNoted();
  const std::scoped_lock lock(noted.mutex);
  if (!noted.is_open) return;
  ++noted.turns;
  noted.now.insert(statement);
}

struct Replaced {
  std::mutex mutex;
  std::string_view statement;
  std::string other;
};

// ci/mutate-sql runs a whole test with a mutant.
void ReplaceByEnvironment(Replaced& replaced) {
  const char* name = std::getenv("GONOGO_MUTATED_STATEMENT");
  const char* mutant = std::getenv("GONOGO_MUTANT");
  if (name == nullptr || mutant == nullptr) return;
  for (const NamedStatement& one : AllStatements()) {
    if (one.name == name) replaced.statement = one.text;
  }
  replaced.other = mutant;
}

Replaced& TheReplaced() {
  static Replaced replaced;
  static const bool is_first [[maybe_unused]] = (ReplaceByEnvironment(replaced), true);
  return replaced;
}

// Commands may be before and after it in the same round trip.
std::string AsSent(const char* text) {
  Replaced& replaced = TheReplaced();
  const std::scoped_lock lock(replaced.mutex);
  std::string sent(text);
  if (replaced.statement.empty()) return sent;
  const std::size_t begin = BeginOf(replaced.statement, sent);
  if (begin == std::string::npos) return sent;
  return sent.replace(begin, replaced.statement.size(), replaced.other);
}

std::function<void(const Sending&)>& TheWatch() {
  static std::function<void(const Sending&)> watch;
  return watch;
}

// Returns false for a statement that the watch itself sends.
bool Watch(PGconn* connection, const char* statement, int count, const char* const* values) {
  thread_local bool is_watching = false;
  if (is_watching) return false;
  if (!TheWatch()) return true;
  is_watching = true;
  TheWatch()({connection, statement, {values, values + count}});
  is_watching = false;
  return true;
}

template <typename Function>
Function* OfLibpq(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

}  // namespace

std::size_t BeginOf(std::string_view statement, std::string_view sent) {
  if (sent.starts_with(statement)) return 0;
  constexpr std::string_view kBetween = "\n;\n";
  const std::size_t begin = sent.find(statement);
  const bool is_behind_another = begin != std::string_view::npos && !sent.starts_with("BEGIN") &&
                                 sent.substr(0, begin).ends_with(kBetween);
  return is_behind_another ? begin : std::string_view::npos;
}

SentStatements::SentStatements() {
  const std::scoped_lock lock(TheNoted().mutex);
  TheNoted().now.clear();
  TheNoted().turns = 0;
  TheNoted().is_open = true;
}

SentStatements::~SentStatements() {
  const std::scoped_lock lock(TheNoted().mutex);
  TheNoted().is_open = false;
}

std::size_t SentStatements::Turns() {
  const std::scoped_lock lock(TheNoted().mutex);
  return TheNoted().turns;
}

std::vector<std::string> SentStatements::Built(const std::vector<std::string>& given) {
  Noted& noted = TheNoted();
  const std::scoped_lock lock(noted.mutex);
  const auto all = AllStatements();
  std::vector<std::string> built;
  for (const std::string& statement : noted.now) {
    // A command may follow in the same round trip.
    const bool is_ours = std::any_of(all.begin(), all.end(), [&](const NamedStatement& one) {
      return statement.starts_with(one.text);
    });
    const bool is_users = std::ranges::any_of(
        given, [&](const std::string& text) { return statement.find(text) != std::string::npos; });
    if (!is_ours && !is_users && noted.earlier.insert(statement).second) built.push_back(statement);
  }
  noted.now.clear();
  return built;
}

ReplacedStatement::ReplacedStatement(std::string_view statement, std::string other) {
  const std::scoped_lock lock(TheReplaced().mutex);
  TheReplaced().statement = statement;
  TheReplaced().other = std::move(other);
}

ReplacedStatement::~ReplacedStatement() {
  const std::scoped_lock lock(TheReplaced().mutex);
  TheReplaced().statement = {};
}

WatchedSending::WatchedSending(std::function<void(const Sending&)> watch) {
  TheWatch() = std::move(watch);
}

WatchedSending::~WatchedSending() { TheWatch() = nullptr; }

std::set<std::string> NamesOfSent() {
  const std::scoped_lock lock(TheNoted().mutex);
  std::set<std::string> names;
  for (const NamedStatement& one : AllStatements()) {
    const auto is_it = [&](const std::string& sent) {
      return BeginOf(one.text, sent) != std::string::npos;
    };
    if (std::ranges::any_of(TheNoted().now, is_it)) names.insert(std::string(one.name));
  }
  return names;
}

}  // namespace gonogo::testing_support

extern "C" int PQsendQuery(PGconn* connection, const char* statement) {
  static auto* const send = gonogo::testing_support::OfLibpq<decltype(PQsendQuery)>("PQsendQuery");
  if (!gonogo::testing_support::Watch(connection, statement, 0, nullptr))
    return send(connection, statement);
  gonogo::testing_support::Note(statement);
  return send(connection, gonogo::testing_support::AsSent(statement).c_str());
}

extern "C" int PQsendQueryParams(PGconn* connection, const char* statement, int count,
                                 const Oid* types, const char* const* values, const int* lengths,
                                 const int* formats, int format) {
  static auto* const send =
      gonogo::testing_support::OfLibpq<decltype(PQsendQueryParams)>("PQsendQueryParams");
  if (!gonogo::testing_support::Watch(connection, statement, count, values))
    return send(connection, statement, count, types, values, lengths, formats, format);
  gonogo::testing_support::Note(statement);
  return send(connection, gonogo::testing_support::AsSent(statement).c_str(), count, types, values,
              lengths, formats, format);
}
