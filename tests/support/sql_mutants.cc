// Works on tokens: the parser's tree doesn't say where an expression ends. A pair of brackets is a
// group, and so is CASE ... END, so that what belongs together is what is in the same group.
#include "tests/support/sql_mutants.h"

#include <algorithm>
#include <map>
#include <set>

#include "gates/parser/sql_quotes.h"
#include "gates/parser/sql_tokens.h"

namespace gonogo::testing_support {
namespace {

using Keywords = std::set<std::string_view>;

struct SqlToken {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t group =
      0;  // the token that opens it, which is outside; the one that closes it is inside
  bool closes = false;
};

class MutantWriter {
 public:
  explicit MutantWriter(std::string_view statement) : sql_(WithoutComments(statement)) {
    std::vector<std::size_t> open = {kOutside};
    for (const std::string_view text : SqlTokens(sql_)) {
      const auto begin = static_cast<std::size_t>(text.data() - sql_.data());
      const bool closes = text == ")" || text == "]" || text == "END";
      tokens_.push_back({text, begin, begin + text.size(), open.back(), closes});
      if (closes && open.size() > 1) open.pop_back();
      if (text == "(" || text == "[" || text == "CASE") open.push_back(tokens_.size() - 1);
    }
  }

  std::vector<SqlMutant> Write() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (IsInArray(i)) continue;
      WriteConditions(i);
      WriteComparisons(i);
      WriteNegations(i);
      WriteBranches(i);
      WriteValues(i);
      WriteJoins(i);
      WriteOrders(i);
      WriteLists(i);
    }
    return std::move(mutants_);
  }

 private:
  static constexpr std::size_t kOutside = static_cast<std::size_t>(-1);
  static inline const Keywords kEndOfCondition = {
      "AND",    "OR",   "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "UNION",
      "JOIN",   "LEFT", "CROSS", "THEN",  "ELSE",  "END",    "WHEN",  "OFFSET",
      "WINDOW", ",",    ")",     "]",     ";",     "AS"};

  std::string_view TextAt(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].text : ";";
  }
  std::string_view Before(std::size_t i) const { return i == 0 ? "" : tokens_[i - 1].text; }

  bool IsInArray(std::size_t i) const {
    for (std::size_t group = tokens_[i].group; group != kOutside; group = tokens_[group].group) {
      if (tokens_[group].text == "[") return true;
    }
    return false;
  }

  // Returns the first token after `from` in the group that is one of the words or ends the group.
  std::size_t Next(std::size_t from, std::size_t group, const Keywords& words) const {
    std::size_t i = from;
    for (; i < tokens_.size(); ++i) {
      const SqlToken& token = tokens_[i];
      if (token.group == group && (token.closes || words.contains(token.text))) break;
      if (token.group != group && !IsWithin(i, group)) break;
    }
    return i;
  }

  bool IsWithin(std::size_t i, std::size_t group) const {
    if (group == kOutside) return true;
    for (std::size_t at = tokens_[i].group; at != kOutside; at = tokens_[at].group) {
      if (at == group) return true;
    }
    return false;
  }

  std::string Between(std::size_t first, std::size_t behind) const {
    return sql_.substr(tokens_[first].begin, tokens_[behind - 1].end - tokens_[first].begin);
  }

  // Replaces the tokens from `first` to before `behind`.
  void Add(const std::string& kind, std::size_t first, std::size_t behind,
           const std::string& with) {
    if (first >= behind) return;
    const std::string old = Between(first, behind);
    std::string place;
    for (const std::string_view token : SqlTokens(old)) {
      const bool sticks = place.ends_with('.') || place.ends_with('(') || token == "." ||
                          token == ")" || token == "," || place.empty() || token == "(" ||
                          token == "::" || place.ends_with("::");
      place += (sticks ? "" : " ") + std::string(token);
    }
    constexpr std::size_t kLongest = 70;
    if (place.size() > kLongest) place = place.substr(0, kLongest) + "...";
    const int times = ++times_[kind + place];
    if (times > 1) place += " #" + std::to_string(times);
    std::string text = sql_;
    text.replace(tokens_[first].begin, old.size(), with);
    mutants_.push_back({kind, place, text});
  }

  void WriteConditions(std::size_t i) {
    static const Keywords kStarts = {"WHERE", "ON", "AND", "OR", "HAVING", "WHEN"};
    const SqlToken& token = tokens_[i];
    const bool is_bracket = token.text == "(" && Before(i) != "IN" && TextAt(i + 1) != "SELECT";
    if (!is_bracket && !kStarts.contains(token.text)) return;
    if (token.text == "ON" && Before(i) == "DISTINCT") return;
    const std::size_t group = is_bracket ? i : token.group;
    const std::size_t end = Next(i + 1, group, kEndOfCondition);
    const bool before_or =
        TextAt(end) == "OR" && end < tokens_.size() && tokens_[end].group == group;
    if (is_bracket && !before_or && !(TextAt(end) == "AND" && tokens_[end].group == group)) return;
    const std::string_view value = TextAt(i + 1);
    if (end == i + 2 && (value == "true" || value == "false")) return;
    if (token.text == "WHEN") {
      const bool is_searched = group != kOutside && TextAt(group + 1) == "WHEN";
      return Add("WHEN dropped", i + 1, end, is_searched ? "false" : "NULL");
    }
    if (TellsCatalogue(i + 1)) return;
    Add("condition dropped", i + 1, end, before_or || token.text == "OR" ? "false" : "true");
  }

  // Whether the condition is "a.classid = 'catalogue'::..." or "a.classid = b.class": two objects
  // of different catalogues have the same oid only after billions of others, which no case can
  // make.
  bool TellsCatalogue(std::size_t first) const {
    static const Keywords kCatalogues = {"classid", "refclassid", "classoid", "class"};
    const bool is_column = TextAt(first + 1) == "." && kCatalogues.contains(TextAt(first + 2));
    const bool is_of_column = TextAt(first + 5) == "." && kCatalogues.contains(TextAt(first + 6));
    return is_column && TextAt(first + 3) == "=" &&
           (TextAt(first + 4).starts_with('\'') || is_of_column);
  }

  void WriteComparisons(std::size_t i) {
    static const std::map<std::string_view, std::string> kTurned = {
        {"=", "<>"}, {"<>", "="}, {"<", ">="}, {">=", "<"},
        {">", "<="}, {"<=", ">"}, {"~", "!~"}, {"!~", "~"}};
    const auto turned = kTurned.find(tokens_[i].text);
    if (turned == kTurned.end()) return;
    const std::size_t from = i >= 3 && Before(i - 1) == "." ? i - 3 : i - 1;
    const std::size_t to = TextAt(i + 2) == "." ? i + 4 : i + 2;
    Add("comparison turned", from, std::min(to, tokens_.size()),
        sql_.substr(tokens_[from].begin, tokens_[i].begin - tokens_[from].begin) + turned->second +
            sql_.substr(tokens_[i].end,
                        tokens_[std::min(to, tokens_.size()) - 1].end - tokens_[i].end));
  }

  void WriteNegations(std::size_t i) {
    const std::string_view text = tokens_[i].text;
    const std::size_t to = std::min(i + 8, tokens_.size());
    const std::string rest = sql_.substr(tokens_[i].end, tokens_[to - 1].end - tokens_[i].end);
    if (text == "NOT" && Before(i) != "IS") Add("NOT dropped", i, to, rest);
    if ((text == "IN" || text == "EXISTS") && Before(i) != "NOT") {
      Add("NOT added", i, to, "NOT " + std::string(text) + rest);
    }
    if (text != "IS" || i < 3) return;
    const std::string before = Between(i - 3, i) + " ";
    if (TextAt(i + 1) == "NULL") Add("NULL turned", i - 3, i + 2, before + "IS NOT NULL");
    if (TextAt(i + 1) == "NOT" && TextAt(i + 2) == "NULL") {
      Add("NULL turned", i - 3, i + 3, before + "IS NULL");
    }
  }

  void WriteBranches(std::size_t i) {
    if (tokens_[i].text != "SELECT") return;
    const std::size_t group = tokens_[i].group;
    const std::size_t end = Next(i + 1, group, {"UNION", "ORDER", "LIMIT", ";"});
    bool is_one_of_many =
        TextAt(end) == "UNION" && end < tokens_.size() && tokens_[end].group == group;
    is_one_of_many = is_one_of_many || Before(i) == "UNION" ||
                     (Before(i) == "ALL" && i > 1 && TextAt(i - 2) == "UNION");
    if (is_one_of_many)
      Add("branch dropped", i, end,
          "SELECT * FROM (" + Between(i, end) + ") AS no_branch WHERE false");
  }

  static std::string Null(const std::string& value) {
    return "CASE WHEN false THEN (" + value + ") END";
  }

  void WriteValues(std::size_t i) {
    if (tokens_[i].text == "SELECT") return WriteColumns(i);
    const bool is_object = tokens_[i].text.ends_with("_build_object");
    if ((!is_object && tokens_[i].text != "COALESCE") || TextAt(i + 1) != "(") return;
    std::size_t number = 0;
    for (std::size_t from = i + 2; from < tokens_.size(); ++number) {
      const std::size_t end = Next(from, i + 1, {","});
      if (!is_object || number % 2 == 1) Add("value left out", from, end, Null(Between(from, end)));
      if (TextAt(end) != "," || tokens_[end].group != i + 1) break;
      from = end + 1;
    }
  }

  void WriteColumns(std::size_t i) {
    static const Keywords kEnd = {",", "FROM", "WHERE", "UNION", "ORDER", "GROUP", ";", "LIMIT"};
    std::size_t from = i + 1;
    if (TextAt(from) == "DISTINCT") ++from;
    if (TextAt(from) == "ON") from = Next(from + 2, from + 1, {}) + 1;
    while (from < tokens_.size()) {
      const std::size_t end = Next(from, tokens_[i].group, kEnd);
      if (end > from) WriteColumn(from, end, tokens_[i].group);
      if (TextAt(end) != "," || tokens_[end].group != tokens_[i].group) break;
      from = end + 1;
    }
  }

  void WriteColumn(std::size_t from, std::size_t end, std::size_t group) {
    std::size_t value_end = Next(from, group, {"AS", ",", "FROM", "WHERE", "UNION", "ORDER", ";"});
    value_end = std::min(value_end, end);
    const std::string value = Between(from, value_end);
    if (value.ends_with('*') || value.starts_with("NULL")) return;
    std::string name = value_end < end ? "" : NameOf(from, value_end);
    Add("column left out", from, value_end, Null(value) + name);
  }

  std::string NameOf(std::size_t from, std::size_t end) const {
    return end == from + 3 && tokens_[from + 1].text == "."
               ? " AS " + std::string(tokens_[end - 1].text)
               : "";
  }

  void WriteJoins(std::size_t i) {
    if (tokens_[i].text != "JOIN" || Before(i) == "CROSS" || Before(i) == "FULL") return;
    const std::size_t to = std::min(Next(i + 1, tokens_[i].group, {"ON"}), i + 8);
    const std::string rest = Between(i, to);
    if (Before(i) == "LEFT") {
      Add("join made inner", i - 1, to, rest);
    } else if (!IsSureToMatch(i) && !IsDemandedLater(i)) {
      Add("join made LEFT", i, to, "LEFT " + rest);
    }
  }

  // Whether the join is "JOIN pg_catalog.T AS a ON a.oid = b.C" and nothing else, where each row
  // has a C: the server keeps what it refers to. For refobjid, WHERE chooses the catalogue.
  bool IsSureToMatch(std::size_t join) const {
    static const Keywords kReferences = {
        "relnamespace", "pronamespace",  "typnamespace", "collnamespace", "oprnamespace",
        "opcnamespace", "opfnamespace",  "connamespace", "stxnamespace",  "extnamespace",
        "cfgnamespace", "dictnamespace", "prsnamespace", "tmplnamespace", "indexrelid",
        "indrelid",     "inhrelid",      "inhparent",    "prolang",       "srvfdw",
        "ftserver",     "umserver",      "srvid",        "tgrelid",       "polrelid",
        "attrelid",     "prrelid",       "srrelid",      "prpubid",       "srsubid",
        "refobjid",     "seqrelid",      "atttypid"};
    static const Keywords kEnds = {"JOIN",  "LEFT",  "CROSS", "WHERE",
                                   "UNION", "GROUP", "ORDER", ")"};
    const std::size_t on = join + 6;
    return TextAt(join + 1) == "pg_catalog" && TextAt(on) == "ON" && TextAt(on + 3) == "oid" &&
           TextAt(on + 4) == "=" && kReferences.contains(TextAt(on + 7)) &&
           kEnds.contains(TextAt(on + 8));
  }

  // Whether WHERE or the ON of a later inner join compares a column of what is joined, so that a
  // row without it goes anyway: "JOIN a ON ... JOIN b ON b.x = a.y WHERE a.z = 1".
  bool IsDemandedLater(std::size_t join) const {
    static const Keywords kEnd = {"UNION", "GROUP", "ORDER", "LIMIT", ";"};
    const std::size_t group = tokens_[join].group;
    const std::size_t on = Next(join + 1, group, {"ON"});
    if (on < 2 || TextAt(on) != "ON") return false;
    const std::string_view alias = TextAt(on - 1);
    const std::size_t end = Next(on + 1, group, kEnd);
    bool is_demand = false;
    bool is_demanded = false;
    std::size_t i = Next(on + 1, group, {"JOIN", "LEFT", "CROSS", "WHERE"});
    for (; i < end; ++i) {
      const std::string_view text = tokens_[i].text;
      if (tokens_[i].group != group) continue;
      if (text == "OR") return false;
      if (text == "WHERE") is_demand = true;
      if (text == "JOIN") is_demand = Before(i) != "LEFT" && Before(i) != "CROSS";
      is_demanded = is_demanded || (is_demand && IsCompared(i, alias));
    }
    return is_demanded;
  }

  // Whether a condition begins here that compares a column of `alias` with an operator that NULL
  // never satisfies.
  bool IsCompared(std::size_t i, std::string_view alias) const {
    static const Keywords kStarts = {"ON", "AND", "WHERE"};
    static const Keywords kStrict = {"=", "<>", "<", ">", "<=", ">=", "~", "!~", "IN"};
    if (!kStarts.contains(tokens_[i].text) || !kStrict.contains(TextAt(i + 4))) return false;
    const bool is_first = TextAt(i + 1) == alias && TextAt(i + 2) == ".";
    const bool is_second = TextAt(i + 5) == alias && TextAt(i + 6) == ".";
    return is_first || is_second;
  }

  void WriteOrders(std::size_t i) {
    const bool is_distinct_from =
        Before(i) == "IS" || (Before(i) == "NOT" && TextAt(i + 1) == "FROM");
    if (tokens_[i].text == "DISTINCT" && !is_distinct_from && TextAt(i + 1) != "ON") {
      const std::size_t to = std::min(i + 6, tokens_.size());
      Add("DISTINCT dropped", i, to, Between(i + 1, to));
    }
    if (tokens_[i].text == "ORDER" && tokens_[i].group != kOutside && !IsByPlace(i)) {
      Add("ORDER BY dropped", i, Next(i + 1, tokens_[i].group, {"LIMIT", "OFFSET"}), "");
    }
  }

  // Whether it is "ORDER BY f.place" of WITH ORDINALITY or generate_series: the server returns them
  // in that order, so that no case can show that it needn't.
  bool IsByPlace(std::size_t order) const {
    static const Keywords kPlaces = {"place", "position", "part"};
    return kPlaces.contains(TextAt(order + 4)) && TextAt(order + 5) == ")" &&
           (sql_.find("WITH ORDINALITY") != std::string::npos ||
            sql_.find("generate_series(") != std::string::npos);
  }

  void WriteLists(std::size_t i) {
    if (tokens_[i].text != "IN" || TextAt(i + 1) != "(") return;
    const std::size_t end = Next(i + 2, i + 1, {});
    const bool is_list = TextAt(i + 3) == "," && TextAt(i + 2).starts_with('\'');
    for (std::size_t at = i + 2; is_list && at < end; at += 2) {
      const bool is_last = at + 1 >= end;
      std::string text = Between(i, at);
      if (is_last) text = Between(i, at - 1);
      Add("literal dropped: " + std::string(tokens_[at].text), i, end + 1,
          text + (is_last ? "" : Between(at + 2, end)) + ")");
    }
  }

  std::string sql_;
  std::vector<SqlToken> tokens_;
  std::map<std::string, int> times_;
  std::vector<SqlMutant> mutants_;
};

}  // namespace

std::string WithoutComments(std::string_view statement) {
  std::string sql(statement);
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t end_of_comment = EndOfComment(sql, at);
    for (std::size_t i = at; i < end_of_comment; ++i) sql[i] = ' ';
    at = std::max({at + 1, end_of_comment, EndOfQuote(sql, at)});
  }
  return sql;
}

std::vector<SqlMutant> MutantsOf(std::string_view statement) {
  return MutantWriter(statement).Write();
}

}  // namespace gonogo::testing_support
