// Follows psql's own scanner: a semicolon ends a statement outside quotes, comments, parentheses
// and the BEGIN ATOMIC of a function's body.
#include "gates/parser/psql_text.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string_view>

#include "core/text/text.h"
#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

std::string InUpperCase(std::string_view word) {
  std::string upper(word);
  std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return std::toupper(c); });
  return upper;
}

std::size_t EndOfWord(std::string_view sql, std::size_t at) {
  while (at < sql.size() && IsSqlWordByte(sql[at])) ++at;
  return at;
}

// The words of one statement, as far as psql looks at them.
class StatementWords {
 public:
  void Add(const std::string& word) {
    if (words_.size() < 4) words_.push_back(word);
    const bool is_body = IsRoutine();
    if (is_body && word == "BEGIN") ++begin_depth_;
    if (is_body && word == "CASE" && begin_depth_ > 0) ++begin_depth_;
    if (word == "END" && begin_depth_ > 0) --begin_depth_;
    if (words_.front() == "COPY" && last_ == "FROM" && word == "STDIN") reads_data_ = true;
    last_ = word;
  }
  bool IsInBody() const { return begin_depth_ > 0; }
  bool ReadsData() const { return reads_data_; }

 private:
  bool IsRoutine() const {
    if (words_.size() < 2 || words_[0] != "CREATE") return false;
    const std::size_t kind = words_.size() > 3 && words_[1] == "OR" ? 3 : 1;
    return words_[kind] == "FUNCTION" || words_[kind] == "PROCEDURE";
  }

  std::vector<std::string> words_;
  std::string last_;
  int begin_depth_ = 0;
  bool reads_data_ = false;
};

// Reads a copy of the text, in which it replaces by blanks what isn't SQL.
class PsqlScanner {
 public:
  explicit PsqlScanner(const std::string& text) : sql_(read_.sql) {
    sql_ = text;
    if (text.starts_with("\xEF\xBB\xBF")) Blank(0, 3);
  }

  PsqlText Scan() {
    while (at_ < sql_.size()) ScanOne();
    EndPart();
    return std::move(read_);
  }

 private:
  void ScanOne() {
    const char c = sql_[at_];
    std::size_t end = std::max(EndOfComment(sql_, at_), EndOfQuote(sql_, at_));
    if (end > at_) {
      if (EndOfComment(sql_, at_) == at_) has_sql_ = true;
      at_ = end;
    } else if (c == '\\') {
      ReadCommand();
    } else if (IsSqlWordByte(c)) {
      end = EndOfWord(sql_, at_);
      words_.Add(InUpperCase(std::string_view(sql_).substr(at_, end - at_)));
      has_sql_ = true;
      at_ = end;
    } else if (c == ';' && depth_ <= 0 && !words_.IsInBody()) {
      const bool reads_data = words_.ReadsData();
      EndPart();
      if (reads_data) BlankData();
    } else {
      if (std::isspace(static_cast<unsigned char>(c)) == 0) has_sql_ = true;
      if (c == '(') ++depth_;
      if (c == ')') --depth_;
      ++at_;
    }
  }

  // Ends the statement at the current byte, which isn't part of it.
  void EndPart() {
    read_.parts.push_back({begin_, at_});
    begin_ = at_ = std::min(at_ + 1, sql_.size());
    depth_ = 0;
    words_ = {};
    has_sql_ = false;
  }

  std::size_t LineEnd(std::size_t from) const {
    return std::min(sql_.find('\n', from), sql_.size());
  }

  void Blank(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
      if (sql_[i] != '\n') sql_[i] = ' ';
    }
  }

  // Blanks the data from the next line to \. if there is one. Without it the lines may be
  // statements.
  void BlankData() {
    const std::size_t begin = LineEnd(at_);
    int lines = 0;
    for (std::size_t line = begin + 1; line < sql_.size(); line = LineEnd(line) + 1, ++lines) {
      const std::size_t end = LineEnd(line);
      if (Trim(std::string_view(sql_).substr(line, end - line)) != "\\.") continue;
      Blank(begin, end);
      read_.data_lines += lines;
      return;
    }
  }

  // Reads a backslash command. Its line isn't SQL, except after \\, and \; is a semicolon.
  void ReadCommand() {
    const std::size_t name_at = at_ + 1;
    if (sql_.substr(name_at, 1) == ";") return Blank(at_, name_at);
    std::size_t name_end = name_at;
    while (name_end < sql_.size() && std::isalpha(static_cast<unsigned char>(sql_[name_end])) != 0)
      ++name_end;
    const std::string name = sql_.substr(name_at, name_end - name_at);
    const std::size_t end = EndOfCommand(name, name_end);
    const std::string arguments(Trim(std::string_view(sql_).substr(name_end, end - name_end)));
    ++read_.commands;
    AddTurn(name);
    AddRunning(sql_[name_at] == '!' ? "!" : name, arguments);
    Blank(at_, end);
    static const std::set<std::string> sending = {"g",     "gx",           "gexec", "gset",
                                                  "gdesc", "crosstabview", "watch"};
    if (sending.contains(name)) {
      sql_[at_] = ';';
    } else {
      at_ = end;
    }
    if (name == "copy" && CopiesFromHere(arguments)) BlankData();
  }

  int Line() const {
    const auto to_here = sql_.begin() + static_cast<std::ptrdiff_t>(at_);
    return 1 + static_cast<int>(std::count(sql_.begin(), to_here, '\n'));
  }

  void AddTurn(const std::string& name) {
    using Kind = PsqlTurn::Kind;
    static const std::map<std::string, Kind> kinds = {
        {"if", Kind::kIf},       {"elif", Kind::kElse}, {"else", Kind::kElse},
        {"endif", Kind::kEndIf}, {"c", Kind::kConnect}, {"connect", Kind::kConnect}};
    const auto found = kinds.find(name);
    if (found != kinds.end()) read_.turns.push_back({found->second, at_, Line(), has_sql_});
  }

  void AddRunning(const std::string& name, const std::string& arguments) {
    PsqlCommand command{.line = Line(), .does = ""};
    if (name == "gset") command.does = "\\gset sets variables to what a query returns";
    if (name == "getenv") command.does = "\\getenv sets a variable to what the environment has";
    if (name == "prompt") command.does = "\\prompt sets a variable to what somebody types";
    if (!command.does.empty()) return read_.filling.push_back(std::move(command));
    static const std::set<std::string> including = {"i", "ir", "include", "include_relative"};
    static const std::set<std::string> writing = {"g", "gx", "o", "out", "w", "write"};
    if (including.contains(name)) {
      command.does = "runs the file " + arguments;
      command.file = arguments;
    } else if (name == "gexec") {
      command.does = "runs what a query returns";
    } else if (name == "set" && MayBeSql(arguments)) {
      command.does = "sets a variable to a part of SQL";
    } else if (name == "lo" && arguments.starts_with("_unlink")) {
      command.does = "deletes a large object";
    } else if (name == "!" || arguments.find('`') != std::string::npos ||
               (writing.contains(name) && arguments.starts_with('|')) ||
               (name == "copy" && Mentions(arguments, "PROGRAM"))) {
      command.does = "runs a program";
    }
    if (!command.does.empty()) read_.running.push_back(std::move(command));
  }

  // Returns true if the variable's value may end a statement or begin one. Escapes can hide that.
  static bool MayBeSql(const std::string& arguments) {
    static const std::set<std::string> words = {"ALTER",  "CREATE", "DELETE",   "DROP",
                                                "INSERT", "MERGE",  "TRUNCATE", "UPDATE"};
    std::string bare = arguments;
    if (bare.ends_with("\\\\")) bare.resize(bare.size() - 2);  // after which SQL goes on
    if (bare.find_first_of(";\\") != std::string::npos) return true;
    std::ranges::replace(bare, '\'', ' ');
    const auto found = WordsOfSql(bare);
    return std::ranges::any_of(found, [](const std::string& word) { return words.contains(word); });
  }

  static bool Mentions(const std::string& sql, const char* word) {
    const auto words = WordsOfSql(sql);
    return std::ranges::find(words, word) != words.end();
  }

  // \copy ... from stdin reads the next lines.
  static bool CopiesFromHere(const std::string& arguments) {
    const auto words = WordsOfSql(arguments);
    const auto from = std::ranges::find(words, "FROM");
    if (from == words.end() || from + 1 == words.end()) return false;
    return *(from + 1) == "STDIN" || *(from + 1) == "PSTDIN";
  }

  // Returns where SQL goes on after a command: after its line, or after \\ in it.
  std::size_t EndOfCommand(const std::string& name, std::size_t from) const {
    const std::size_t end = LineEnd(from);
    static const std::set<std::string> whole_line = {"",   "copy", "h",  "help",
                                                     "ef", "ev",   "sf", "sv"};
    if (whole_line.contains(name)) return end;
    const std::size_t separator = sql_.find("\\\\", from);
    return separator < end ? separator + 2 : end;
  }

  PsqlText read_;
  std::string& sql_;
  StatementWords words_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  int depth_ = 0;
  bool has_sql_ = false;  // the current part
};

}  // namespace

PsqlText SplitAsPsql(const std::string& text) { return PsqlScanner(text).Scan(); }

std::vector<std::string> WordsOfSql(const std::string& sql) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < sql.size()) {
    std::size_t end = std::max(EndOfComment(sql, at), EndOfQuote(sql, at));
    if (end == at && IsSqlWordByte(sql[at])) {
      end = EndOfWord(sql, at);
      words.push_back(InUpperCase(std::string_view(sql).substr(at, end - at)));
    }
    at = std::max(end, at + 1);
  }
  return words;
}

}  // namespace gonogo
