// XML, JSON and YAML are read by libraries. The last two have one structure.
#include "gates/migrations/history/tools/changelog_files.h"

#include <algorithm>
#include <boost/property_tree/ptree.hpp>
#include <boost/property_tree/xml_parser.hpp>
#include <map>
#include <sstream>

#include "core/json/json.h"
#include "core/text/text.h"
#include "fixtures/system/text_file.h"
#include "gates/migrations/history/tools/yaml_document.h"

namespace gonogo {
namespace {

using Attributes = std::map<std::string, std::string>;

std::string Attribute(const Attributes& attributes, const std::string& name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? "" : found->second;
}

// dbms is a list, in which !postgresql excludes it.
bool IsForPostgres(const std::string& dbms) {
  if (Trim(dbms).empty()) return true;
  bool has_positive = false;
  for (const std::string& one : Split(dbms, ',')) {
    const std::string name(Trim(one));
    if (name == "postgresql" || name == "all") return true;
    if (name == "!postgresql") return false;
    has_positive = has_positive || !name.starts_with("!");
  }
  return !has_positive;
}

ChangeSet ChangeSetOf(const Attributes& attributes, const std::string& file_path) {
  const auto is_set = [&](const char* name) { return !Attribute(attributes, name).empty(); };
  const std::string own_path = Attribute(attributes, "logicalFilePath");
  return {.id = Attribute(attributes, "id"),
          .author = Attribute(attributes, "author"),
          .logical_path = own_path.empty() ? file_path : own_path,
          .is_for_postgres = IsForPostgres(Attribute(attributes, "dbms")) &&
                             Attribute(attributes, "ignore") != "true",
          .is_conditional = is_set("context") || is_set("contextFilter") || is_set("labels")};
}

// Returns the words after a comment's keyword. A quoted part may contain blanks.
std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  bool is_quoted = false;
  bool is_open = false;
  for (const char c : text) {
    if (c == '"') {
      is_quoted = !is_quoted;
      continue;
    }
    const bool is_blank = !is_quoted && (c == ' ' || c == '\t' || c == '\r');
    if (!is_blank && !is_open) words.emplace_back();
    if (!is_blank) words.back() += c;
    is_open = !is_blank;
  }
  return words;
}

// Returns the words of a comment line `-- KEYWORD ...`, or nothing.
std::vector<std::string> CommentWords(const std::string& line, const std::string& keyword) {
  std::string_view text = Trim(line);
  if (!text.starts_with("--")) return {};
  std::vector<std::string> words = WordsOf(Trim(text.substr(2)));
  if (words.empty()) return {};
  std::string first = words.front();
  std::ranges::transform(first, first.begin(), [](unsigned char c) { return std::tolower(c); });
  return first == keyword ? words : std::vector<std::string>{};
}

Attributes AttributesIn(const std::vector<std::string>& words, std::size_t from) {
  Attributes attributes;
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::size_t colon = words[i].find(':');
    if (colon != std::string::npos) {
      attributes[words[i].substr(0, colon)] = words[i].substr(colon + 1);
    }
  }
  return attributes;
}

std::string FirstLine(const std::string& text) {
  const std::string_view whole(text);
  const std::string_view rest = Trim(whole.substr(text.starts_with("\xEF\xBB\xBF") ? 3 : 0));
  return std::string(rest.substr(0, rest.find('\n')));
}

Changelog ReadFormattedSql(const std::string& text) {
  Changelog log;
  if (!IsFormattedSql(text)) return log;
  const Attributes of_file = AttributesIn(CommentWords(FirstLine(text), "liquibase"), 3);
  for (const std::string& line : Split(text, '\n')) {
    const auto words = CommentWords(line, "changeset");
    if (words.size() > 1) {
      Attributes attributes = AttributesIn(words, 2);
      const std::size_t colon = std::min(words[1].find(':'), words[1].size());
      attributes["author"] = words[1].substr(0, colon);
      attributes["id"] = colon < words[1].size() ? words[1].substr(colon + 1) : "";
      log.changesets.push_back(ChangeSetOf(attributes, Attribute(of_file, "logicalFilePath")));
    }
    const Attributes condition = AttributesIn(CommentWords(line, "preconditions"), 1);
    if (Attribute(condition, "onFail") == "CONTINUE" && !log.changesets.empty()) {
      log.changesets.back().is_conditional = true;
    }
  }
  return log;
}

using Tree = boost::property_tree::ptree;

Attributes AttributesOf(const Tree& element) {
  Attributes attributes;
  if (const auto own = element.get_child_optional("<xmlattr>")) {
    for (const auto& [name, value] : *own) attributes[name] = value.data();
  }
  return attributes;
}

Changelog ReadXml(const std::string& text) {
  Changelog log;
  Tree document;
  std::istringstream stream(text);
  try {
    boost::property_tree::read_xml(stream, document);
  } catch (const boost::property_tree::xml_parser_error& error) {
    log.problem = "isn't valid XML: " + error.message();
    return log;
  }
  const auto root = document.get_child_optional("databaseChangeLog");
  if (!root) return log;
  const std::string file_path = Attribute(AttributesOf(*root), "logicalFilePath");
  for (const auto& [name, element] : *root) {
    if (name != "changeSet") continue;
    log.changesets.push_back(ChangeSetOf(AttributesOf(element), file_path));
    const auto condition = element.get_optional<std::string>("preConditions.<xmlattr>.onFail");
    if (condition && *condition == "CONTINUE") log.changesets.back().is_conditional = true;
  }
  return log;
}

Changelog ReadDocument(const Json& document) {
  Changelog log;
  if (!document.is_object() || !document.contains("databaseChangeLog")) return log;
  std::string file_path;
  for (const Json& element : document["databaseChangeLog"]) {
    if (!element.is_object()) continue;
    file_path = Member(element, "logicalFilePath").value_or(file_path);
    if (!element.contains("changeSet")) continue;
    const Json& changeset = element["changeSet"];
    Attributes attributes;
    for (const auto& [name, value] : changeset.items()) {
      if (!value.is_structured()) attributes[name] = Member(changeset, name).value_or("");
    }
    log.changesets.push_back(ChangeSetOf(attributes, file_path));
    const bool may_skip =
        ToText(changeset.value("preConditions", Json::array())).find("\"onFail\":\"CONTINUE\"") !=
        std::string::npos;
    if (may_skip) log.changesets.back().is_conditional = true;
  }
  return log;
}

Changelog ReadJsonChangelog(const std::string& text) {
  const Json document = TryParseJson(text);
  if (document.is_discarded()) return {.changesets = {}, .problem = "isn't valid JSON"};
  return ReadDocument(document);
}

Changelog ReadYaml(const std::string& text) {
  try {
    return ReadDocument(ParseYaml(text));
  } catch (const std::runtime_error& error) {
    return {.changesets = {}, .problem = std::string("can't be read as YAML: ") + error.what()};
  }
}

}  // namespace

bool IsFormattedSql(const std::string& text) {
  const auto words = CommentWords(FirstLine(text), "liquibase");
  return words.size() > 2 && words[1] == "formatted";
}

Changelog ReadChangelog(const FolderFile& file) {
  const std::string text = ReadTextFile(file.path);
  if (file.name.ends_with(".xml")) return ReadXml(text);
  if (file.name.ends_with(".json")) return ReadJsonChangelog(text);
  if (file.name.ends_with(".yaml") || file.name.ends_with(".yml")) return ReadYaml(text);
  return ReadFormattedSql(text);
}

}  // namespace gonogo
