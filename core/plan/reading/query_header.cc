#include "core/plan/reading/query_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "core/error.h"
#include "core/text/suggestion.h"
#include "core/text/text.h"

namespace gonogo {
namespace {

constexpr std::string_view kMark = "gonogo:";
constexpr const char* kNewerSyntax = "newer syntax";

// Keys that name the check's gate, in several words.
const std::map<std::string, std::string>& GatesByKey() {
  static const std::map<std::string, std::string> gates = {
      {"same on both sides", "same_answers"}, {"same plan on both sides", "query_plans"}};
  return gates;
}

// Returns the words of a list with commas: "verify, gate".
std::vector<std::string> ListIn(const std::string& value) {
  std::vector<std::string> words;
  for (const std::string& word : Split(value, ',')) words.emplace_back(Trim(word));
  return words;
}

// Splits "phases verify, gate" after the first word; a key of several words has no value.
QueryHeaderLine LineFrom(int number, const std::string& text) {
  if (GatesByKey().contains(text) || text == kNewerSyntax) return {number, text, ""};
  const std::size_t end = text.find_first_of(" \t");
  if (end == std::string::npos) return {number, text, ""};
  return {number, text.substr(0, end), std::string(Trim(text.substr(end)))};
}

void RequireValue(const std::string& file, const QueryHeaderLine& header) {
  if (!header.value.empty()) return;
  throw PlanError(fmt::format("{}:{}: \"{}\" needs a value", file, header.line, header.key));
}

// Sets a key of the check, or throws PlanError.
void Set(const std::string& file, const QueryHeaderLine& header, Json& check) {
  static const std::vector<std::string> keys = {"phases",
                                                "severity",
                                                "side",
                                                "title",
                                                "owner",
                                                "same on both sides",
                                                "same plan on both sides"};
  if (header.key == kNewerSyntax) return;
  if (const auto gate = GatesByKey().find(header.key); gate != GatesByKey().end()) {
    check["gate"] = gate->second;
    return;
  }
  if (std::find(keys.begin(), keys.end(), header.key) == keys.end()) {
    throw PlanError(
        fmt::format("{}:{}: {}", file, header.line, UnknownName("key", header.key, keys)));
  }
  RequireValue(file, header);
  if (header.key == "phases") {
    check["phases"] = ListIn(header.value);
  } else {
    check[header.key] = header.value;
  }
}

}  // namespace

std::vector<QueryHeaderLine> QueryHeaderOf(const std::string& text) {
  std::vector<QueryHeaderLine> header;
  int number = 0;
  for (const std::string& line : Split(text, '\n')) {
    ++number;
    const std::string_view trimmed = Trim(line);
    if (!trimmed.empty() && !trimmed.starts_with("--")) break;
    const std::string_view comment = trimmed.empty() ? trimmed : Trim(trimmed.substr(2));
    if (!comment.starts_with(kMark)) continue;
    header.push_back(LineFrom(number, std::string(Trim(comment.substr(kMark.size())))));
  }
  return header;
}

bool HasNewerSyntax(const std::string& text) {
  for (const QueryHeaderLine& header : QueryHeaderOf(text)) {
    if (header.key == kNewerSyntax) return true;
  }
  return false;
}

void AppendQueryCheck(const std::string& file, const std::string& text, LocatedJson& plan) {
  const std::filesystem::path path(file);
  Json check = {
      {"id", path.stem().string()}, {"gate", "no_rows"}, {"file", path.filename().string()}};
  Json& checks = plan.value["checks"];
  const std::string pointer = Below("/checks", checks.size());
  plan.lines[pointer] = {file, 1};
  for (const QueryHeaderLine& header : QueryHeaderOf(text)) {
    Set(file, header, check);
    plan.lines[Below(pointer, header.key)] = {file, header.line};
  }
  checks.push_back(std::move(check));
}

}  // namespace gonogo
