// chain_rpc: the RPC node that services send their transactions to answers, and belongs to the
// chain that the plan means.
#include <fmt/format.h>

#include <charconv>

#include "core/error.h"
#include "core/json/json.h"
#include "core/plan/gate.h"
#include "core/text/text.h"
#include "gates/services/service_request.h"

namespace gonogo::chain_rpc {
namespace {

std::vector<Subject> Subjects(const Plan&, const Arguments& arguments) {
  if (arguments.Texts("variables").empty()) throw PlanError("\"variables\" is empty");
  return {{"chain", ""}};
}

// Returns the first variable that is set, as applications do, or "" if none is.
std::string ChosenVariable(const Inspection& in) {
  for (const std::string& variable : in.arguments.Texts("variables")) {
    if (!ValueOf(in.environment, variable).empty()) return variable;
  }
  return "";
}

// Returns "chain 1" for the result "0x1", otherwise what is wrong with the answer. Never repeats
// the node's own text, because that may contain the key of its URL.
std::string DescribeAnswer(const std::string& body) {
  constexpr int kHexadecimal = 16;
  const Json json = TryParseJson(body);
  if (!json.is_object()) return "not a JSON-RPC answer";
  if (json.contains("error")) {
    const Json code = json["error"].is_object() ? json["error"].value("code", Json()) : Json();
    return code.is_number_integer() ? "a JSON-RPC error " + ToText(code) : "a JSON-RPC error";
  }
  const Json result = json.value("result", Json());
  const std::string text = result.is_string() ? result.get<std::string>() : "";
  const std::string digits = text.starts_with("0x") ? text.substr(2) : "";
  std::uint64_t chain = 0;
  const char* const end = digits.data() + digits.size();
  const auto [rest, error] = std::from_chars(digits.data(), end, chain, kHexadecimal);
  if (error != std::errc{} || rest != end) return "not a chain ID";
  return fmt::format("chain {}", chain);
}

Outcome Run(const Inspection& in) {
  const std::string variable = ChosenVariable(in);
  const std::string all = Join(in.arguments.Texts("variables"), ", ");
  if (variable.empty()) {
    if (!in.arguments.Boolean("optional")) throw PlanError("set one of " + all);
    return {.examined = 1,
            .findings = {},
            .notes = {fmt::format("no chain is configured: none of {} is set", all)}};
  }
  const std::string wanted = fmt::format("chain {}", in.arguments.Integer("chain_id"));
  const auto judge = [&](const ServiceAnswer& answer) -> std::vector<Finding> {
    auto findings = StatusFindings(variable, answer, wanted);
    if (!findings.empty()) return findings;
    const std::string have = DescribeAnswer(std::get<HttpAnswer>(answer).body);
    if (have == wanted) return {};
    return {{variable, have, wanted}};
  };
  const HttpRequest request = {
      .url = HttpUrlOf({{"env", variable}}, in.environment, ""),
      .json = R"({"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]})"};
  PolledService polled = PollService(in, request, judge);
  return {.examined = 1,
          .findings = std::move(polled.findings),
          .notes = {fmt::format("{} was asked {}", variable, Counted(polled.attempts, "time"))}};
}

}  // namespace

Gate Definition() {
  return {
      .name = "chain_rpc",
      .summary = "The chain's RPC node answers eth_chainId with the chain that the plan means.",
      .meaning =
          "The application reads from another chain or sends transactions to it, or reaches none.",
      .remedy = "Correct the node's URL in the variable, or the parameter chain_id.",
      .phases = {Phase::kPreflight, Phase::kGate, Phase::kCutover},
      .parameters =
          {TextListParameter("variables",
                             "variables that may contain the node's URL; the first "
                             "one that is set counts")
               .Required(),
           IntegerParameter("chain_id", "the chain ID; 11155111 is Sepolia").Required().AtLeast(1),
           BooleanParameter("optional", "whether all variables may be unset").Default(false),
           DeadlineParameter(30), CaParameter()},
      .subjects = Subjects,
      .run = Run,
      .needs = Needs::kNothing};
}

}  // namespace gonogo::chain_rpc
