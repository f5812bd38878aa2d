// redis: the Redis server for queues and sessions accepts the credentials of its URL, answers, and
// accepts writes.
#include <fmt/format.h>

#include "core/error.h"
#include "core/plan/gate.h"
#include "fixtures/services/redis_client.h"
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

Outcome Run(const Inspection& in) {
  const Json& given = in.arguments.Map("url");
  const std::string role = in.arguments.Text("role");
  const std::string name = given.is_object() ? given.at("env").get<std::string>() : "the URL";
  std::vector<RedisCommand> commands = {{"PING"}};
  if (role != "any") commands.push_back({"ROLE"});
  const auto answer =
      RunRedisCommands(ParseRedisUrl(UrlOf(given, in.environment), name), commands,
                       TermsOf(in, std::chrono::seconds(in.arguments.Integer("timeout_s"))));
  if (const auto* const none = std::get_if<Unanswered>(&answer)) {
    return {.examined = 1, .findings = {{"redis", none->words, "PONG"}}, .notes = {}};
  }
  Outcome outcome;
  for (const RedisReply& reply : std::get<0>(answer)) Judge(reply, role, outcome);
  return outcome;
}

}  // namespace

Gate Definition() {
  return {
      .name = "redis",
      .summary = "Redis accepts the credentials of its URL, answers PING, and accepts writes.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters = {UrlParameter("url", "redis:// or rediss://, with user, password and database")
                         .Required(),
                     TextParameter("role", "master: must accept writes; any: not checked")
                         .Default("master")
                         .OneOf({"master", "any"}),
                     IntegerParameter("timeout_s", "seconds within which the server must answer")
                         .Default(10)
                         .AtLeast(1),
                     CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::redis
