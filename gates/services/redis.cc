// redis: the Redis server for queues and sessions accepts the credentials of its URL, answers, and
// stores a key of gonogo's own. A master may refuse writes all the same: its memory is full (OOM),
// it lacks replicas (NOREPLICAS), or its disk has an error (MISCONF).
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "fixtures/services/redis_client.h"
#include "fixtures/session/server_identity.h"
#include "gates/services/service_request.h"

namespace gonogo::redis {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments&) { return {{"redis", ""}}; }

// PING returns PONG, ROLE the role, AUTH and SELECT return OK.
std::string WantedAnswer(const std::string& command, const std::string& role) {
  if (command == "PING") return "PONG";
  return command == "ROLE" ? role : "OK";
}

std::string Describe(const RedisReply& reply) {
  constexpr std::size_t kShown = 100;
  if (reply.is_error) return "refused: " + reply.text;
  // A server other than Redis might repeat the password.
  return reply.command == "AUTH" ? "another answer" : reply.text.substr(0, kShown);
}

void Judge(const RedisReply& reply, const std::string& role, Outcome& outcome) {
  const std::string want = WantedAnswer(reply.command, role);
  if (reply.is_error && reply.command == "ROLE") {
    throw DatabaseError(
        fmt::format("can't find out the role, because the server refused ROLE ({}); allow it, or "
                    "set \"role\" to \"any\"",
                    reply.text),
        "");
  }
  ++outcome.examined;
  if (!reply.is_error && reply.text == want) {
    outcome.notes.push_back(reply.command + ": " + reply.text);
  } else {
    outcome.findings.push_back({reply.command, Describe(reply), want});
  }
}

using Answer = std::variant<std::vector<RedisReply>, Unanswered>;

Answer Ask(const Inspection& in, const std::vector<RedisCommand>& commands) {
  const Json& given = in.arguments.Map("url");
  const std::string name = given.is_object() ? given.at("env").get<std::string>() : "the URL";
  return RunRedisCommands(ParseRedisUrl(UrlOf(given, in.environment), name), commands,
                          TermsOf(in, std::chrono::seconds(in.arguments.Integer("timeout_s"))));
}

bool IsRefused(const RedisReply& reply, const char* why) {
  return reply.is_error && reply.text == why;
}

// Writes a key that nobody has, reads it, and deletes it. If something goes wrong, it expires. A
// node of a cluster refuses most keys, because other nodes have them.
Answer WriteKey(const Inspection& in, const std::string& value) {
  constexpr int kMostNodes = 64;
  constexpr const char* kSeconds = "30";
  Answer answer;
  for (int i = 0; i < kMostNodes; ++i) {
    const std::string key = in.arguments.Text("key_prefix") + RandomNumber();
    answer = Ask(in, {{"SET", key, value, "NX", "EX", kSeconds}, {"GET", key}, {"DEL", key}});
    const auto* const replies = std::get_if<0>(&answer);
    if (replies == nullptr || replies->empty() || !IsRefused(replies->back(), "MOVED")) break;
  }
  return answer;
}

// SET decides. A user who may only write can't read the key and delete it.
void JudgeWrite(const RedisReply& reply, const std::string& value, Outcome& outcome) {
  const bool is_set = reply.command == "SET";
  if (!is_set && reply.command != "GET" && reply.command != "DEL") return;  // logs in
  ++outcome.examined;
  if (!is_set && IsRefused(reply, "NOPERM")) {
    outcome.notes.push_back(reply.command + ": not allowed, so the key expires");
    return;
  }
  const std::string want = is_set ? "OK" : reply.command == "GET" ? value : "1";
  if (!reply.is_error && reply.text == want) {
    outcome.notes.push_back(reply.command + (is_set ? ": OK" : ": the key of our own"));
    return;
  }
  const std::string have = reply.is_error ? "refused: " + reply.text : "another answer";
  outcome.findings.push_back({reply.command, have, is_set ? "OK" : "the key as it was written"});
}

void AddWrite(const Inspection& in, Outcome& outcome) {
  const std::string value = RandomNumber();
  const Answer answer = WriteKey(in, value);
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    outcome.findings.push_back({"SET", none->words, "OK"});
    return;
  }
  for (const RedisReply& reply : std::get<0>(answer)) JudgeWrite(reply, value, outcome);
}

Outcome Run(const Inspection& in) {
  const std::string role = in.arguments.Text("role");
  std::vector<RedisCommand> commands = {{"PING"}};
  if (role != "any") commands.push_back({"ROLE"});
  const Answer answer = Ask(in, commands);
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    return {.examined = 1, .findings = {{"redis", none->words, "PONG"}}, .notes = {}};
  }
  Outcome outcome;
  for (const RedisReply& reply : std::get<0>(answer)) Judge(reply, role, outcome);
  if (!outcome.findings.empty()) return outcome;
  if (role == "master" && in.arguments.Boolean("write")) {
    AddWrite(in, outcome);
  } else {
    outcome.notes.emplace_back("nothing was written, so it may refuse writes");
  }
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "redis",
      .summary = "Redis accepts the credentials of its URL, answers PING, and stores a key.",
      .meaning = "What the application keeps in Redis, such as sessions and queues, doesn't work.",
      .remedy =
          "Correct the URL, the password or the ACL, or repair the server; redis-cli with PING "
          "shows its answer.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters = {UrlParameter("url", "redis:// or rediss://, with user, password and database")
                         .Required(),
                     TextParameter("role", "master: must accept writes; any: not checked")
                         .Default("master")
                         .OneOf({"master", "any"}),
                     BooleanParameter(
                         "write",
                         "whether to write a key of gonogo's own to the master, read it "
                         "and delete it; it expires after 30 seconds at the latest")
                         .Default(true),
                     TextParameter("key_prefix",
                                   "how that key begins, such as the pattern of the user's ACL")
                         .Default("gonogo:")
                         .Literal(),
                     IntegerParameter("timeout_s", "seconds within which the server must answer")
                         .Default(10)
                         .AtLeast(1),
                     CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::redis
