// chain_rpc: the node that services send their transactions to answers, and is one of the chain
// that is meant.
#include <charconv>

#include "core/error.h"
#include "core/plan/gate.h"
#include "core/text/json.h"
#include "core/text/text.h"
#include "gates/services/service_request.h"

namespace gonogo {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Texts("variables").empty()) throw PlanError("\"variables\" names none");
  return {{"chain", ""}};
}

// The first of the variables that is set, as an application takes it; empty: none is.
std::string ChosenVariable(const Inspection& in) {
  for (const std::string& variable : in.arguments.Texts("variables")) {
    if (!ValueOf(in.environment, variable).empty()) return variable;
  }
  return "";
}

// What the answer says: a number of a chain as 0x hexadecimal digits; or, in words, why it says
// none. A node may repeat the key that stands in its URL, so its words are not shown.
struct Said {
  std::uint64_t chain = 0;
  std::string fault = {};
};

Said ReadAnswer(const std::string& body) {
  constexpr int kHexadecimal = 16;
  const Json json = TryParseJson(body);
  if (!json.is_object()) return {.fault = "no JSON-RPC answer"};
  if (json.contains("error")) {
    const Json code = json["error"].is_object() ? json["error"].value("code", Json()) : Json();
    return {.fault = "a JSON-RPC error" + (code.is_number_integer() ? " " + ToText(code) : "")};
  }
  const Json result = json.value("result", Json());
  const std::string text = result.is_string() ? result.get<std::string>() : "";
  const std::string digits = text.starts_with("0x") ? text.substr(2) : "";
  std::uint64_t chain = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, chain, kHexadecimal);
  if (error != std::errc{} || rest != end) return {.fault = "no number of a chain"};
  return {.chain = chain};
}

Outcome Run(const Inspection& in) {
  const std::string variable = ChosenVariable(in);
  const std::string all = Join(in.arguments.Texts("variables"), ", ");
  if (variable.empty()) {
    if (!in.arguments.Boolean("optional")) throw PlanError("set one of " + all);
    return {
        .examined = 1, .findings = {}, .notes = {"no chain is configured: none is set of " + all}};
  }
  const std::string wanted = "chain " + std::to_string(in.arguments.Integer("chain_id"));
  const auto judge = [&](const ServiceAnswer& answer) -> std::vector<Finding> {
    auto faults = AnswerFaults(variable, answer, wanted);
    if (!faults.empty()) return faults;
    const Said said = ReadAnswer(std::get<HttpAnswer>(answer).body);
    const std::string seen =
        said.fault.empty() ? "chain " + std::to_string(said.chain) : said.fault;
    if (seen == wanted) return {};
    return {{variable, seen, wanted}};
  };
  const HttpRequest request = {
      .url = HttpUrlOf({{"env", variable}}, in.environment, ""),
      .json = R"({"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]})"};
  Asked asked = AskUntilRight(in, request, judge);
  return {.examined = 1,
          .findings = std::move(asked.findings),
          .notes = {variable + " was asked " + Counted(asked.attempts, "time")}};
}

}  // namespace

Gate chain_rpc() {
  return {.name = "chain_rpc",
          .summary = "The chain's RPC node answers eth_chainId with the chain that is meant.",
          .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
          .parameters = {TextListParameter("variables",
                                           "variables that may hold its URL; the first that is set "
                                           "counts")
                             .Required(),
                         IntegerParameter("chain_id", "the chain's number; 11155111 is Sepolia")
                             .Required()
                             .AtLeast(1),
                         BooleanParameter("optional", "whether none of the variables need be set")
                             .Default(false),
                         DeadlineParameter("30"), CaParameter()},
          .subjects = Subjects,
          .run = Run,
          .needs = Needs::kNothing};
}

}  // namespace gonogo
