// libyaml-cpp reads YAML 1.2, in which 007 is seven; tools of Java read 1.1, in which it is octal.
#include "gates/migrations/history/tools/yaml_document.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <stdexcept>

namespace gonogo {
namespace {

constexpr int kMostNodes = 1'000'000;  // aliases of aliases multiply

bool IsDigits(const std::string& text) {
  return !text.empty() &&
         std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == '_'; }) &&
         text.front() != '_';
}

// Returns a whole number without leading zeros and underscores: 0010 is 8.
std::string WholeNumber(std::string digits) {
  std::erase(digits, '_');
  const bool is_octal = digits.size() > 1 && digits.front() == '0' && digits.size() < 20 &&
                        digits.find_first_of("89") == std::string::npos;
  if (is_octal) return std::to_string(std::stoull(digits, nullptr, 8));
  return digits;
}

// Returns what Java prints of a number that is written without quotes.
std::string PlainText(const std::string& scalar) {
  if (IsDigits(scalar)) return WholeNumber(scalar);
  const std::size_t point = scalar.find('.');
  if (point == std::string::npos || !IsDigits(scalar.substr(0, point))) return scalar;
  std::string fraction = scalar.substr(point + 1);
  if (!fraction.empty() && !IsDigits(fraction)) return scalar;
  while (fraction.size() > 1 && fraction.back() == '0') fraction.pop_back();
  return scalar.substr(0, point) + "." + (fraction.empty() ? "0" : fraction);
}

class YamlReader {
 public:
  Json Read(const YAML::Node& node) {
    if (++nodes_ > kMostNodes) throw std::runtime_error("is too large");
    if (node.IsSequence()) {
      Json list = Json::array();
      for (const YAML::Node& one : node) list.push_back(Read(one));
      return list;
    }
    if (node.IsMap()) return ReadMap(node);
    if (!node.IsScalar()) return nullptr;
    const bool is_plain = node.Tag() == "?";
    return is_plain ? PlainText(node.Scalar()) : node.Scalar();
  }

 private:
  Json ReadMap(const YAML::Node& node) {
    Json map = Json::object();
    for (const auto& member : node) {
      if (!member.first.IsScalar()) continue;
      const std::string& name = member.first.Scalar();
      if (name != "<<") map[name] = Read(member.second);
    }
    // What a map has of its own counts more than what it merges.
    for (const auto& member : node) {
      if (!member.first.IsScalar() || member.first.Scalar() != "<<") continue;
      const Json merged = Read(member.second);
      for (const Json& one : merged.is_array() ? merged : Json::array({merged})) Merge(one, map);
    }
    return map;
  }

  static void Merge(const Json& from, Json& map) {
    if (!from.is_object()) return;
    for (const auto& [name, value] : from.items()) {
      if (!map.contains(name)) map[name] = value;
    }
  }

  int nodes_ = 0;
};

}  // namespace

Json ParseYaml(const std::string& text) {
  const std::vector<YAML::Node> documents = YAML::LoadAll(text);
  if (documents.size() > 1) throw std::runtime_error("has several documents");
  if (documents.empty()) return nullptr;
  return YamlReader().Read(documents.front());
}

}  // namespace gonogo
