// In libpg_query a statement's text begins where the previous one ends, so it begins with comments.
#include "gates/parser/sql_script.h"

#include <pg_query.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include "core/json/json.h"
#include "core/text/text.h"
#include "gates/parser/placeholders.h"
#include "gates/parser/sql_quotes.h"

namespace gonogo {
namespace {

// Returns the byte at which character `position` (from 1; 0: unknown) of a UTF-8 text begins.
std::size_t ByteOf(const std::string& text, int position) {
  int characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool continues = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
    if (!continues && ++characters >= position) return at;
  }
  return text.size();
}

// Finds the line of an offset by binary search.
class LineIndex {
 public:
  explicit LineIndex(const std::string& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\n') ends_.push_back(at);
    }
  }
  int At(std::size_t offset) const {
    return 1 +
           static_cast<int>(std::lower_bound(ends_.begin(), ends_.end(), offset) - ends_.begin());
  }

 private:
  std::vector<std::size_t> ends_;
};

// The part of the text with one statement and the comments before it.
using Piece = ScriptPart;

constexpr int kMaxAttempts = 200;  // to find the next statement after an error

// Returns true if the text begins with a word with which a statement that changes something may.
bool BeginsAsStatement(std::string_view text) {
  static const std::set<std::string> verbs = {
      "ALTER",   "ANALYZE", "BEGIN",  "CALL",   "CLUSTER",  "COMMENT", "COMMIT", "COPY",
      "CREATE",  "DELETE",  "DO",     "DROP",   "GRANT",    "INSERT",  "LOCK",   "MERGE",
      "REFRESH", "REINDEX", "REVOKE", "SELECT", "TRUNCATE", "UPDATE",  "VACUUM", "WITH"};
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const std::vector<std::string> words = WordsOfSql(std::string(text.substr(begin, 16)));
  return !words.empty() && verbs.contains(words.front());
}

class ScriptReader {
 public:
  // Without `parts` the parser splits the text, and an error ends with its statement.
  explicit ScriptReader(const std::string& text, const std::vector<Piece>* parts = nullptr)
      : text_(text), parts_(parts), lines_(text) {}

  SqlScript Read() {
    if (text_.find('\0') != std::string::npos) {
      AddError(text_.find('\0'), "contains a NUL byte");
      script_.statements.back().text = text_;
      return std::move(script_);
    }
    const ParsedSql parsed = ParseSql(text_);
    std::size_t end = 0;
    if (parsed.error.empty()) {
      for (const Json& one : parsed.statements) {
        const Piece piece = PieceOf(one.value("stmt_location", 0), one.value("stmt_len", 0));
        AddStatement(piece).tree = one.at("stmt");
        end = piece.end;
      }
    } else {
      end = ReadOneByOne(parsed);
    }
    AddTrailingComments(end);
    return std::move(script_);
  }

 private:
  Piece PieceOf(int begin, int length) const {
    const auto from = static_cast<std::size_t>(begin);
    return {from, length == 0 ? text_.size() : from + static_cast<std::size_t>(length)};
  }

  void AddError(std::size_t at, const std::string& error) {
    script_.statements.push_back({.line = lines_.At(at), .error = error});
  }

  // Parses each piece alone. Returns the end of the last statement.
  std::size_t ReadOneByOne(const ParsedSql& whole) {
    bool is_explained = parts_ != nullptr;
    std::size_t end = 0;
    for (const Piece& piece : parts_ == nullptr ? SplitAsPsql(text_).parts : *parts_) {
      if (!ReadPiece(piece)) is_explained = true;
      end = piece.end;
    }
    if (!is_explained) AddError(whole.error_at, whole.error);
    return end;
  }

  std::string TextOf(const Piece& piece) const {
    return text_.substr(piece.begin, piece.end - piece.begin);
  }

  // Returns false if the piece can't be parsed.
  bool ReadPiece(const Piece& piece) {
    std::map<std::string, std::string> placeholders;
    ParsedSql parsed = ParseSql(TextOf(piece));
    if (parts_ != nullptr && !parsed.error.empty()) {
      const std::string replaced = WithoutPlaceholders(TextOf(piece), placeholders);
      if (!placeholders.empty()) parsed = ParseSql(replaced);
    }
    if (!parsed.error.empty()) {
      ReadBroken(piece, parsed, placeholders);
      return false;
    }
    for (const Json& one : parsed.statements) {
      const std::size_t begin = piece.begin + one.value("stmt_location", std::size_t{0});
      const std::size_t length = one.value("stmt_len", std::size_t{0});
      SqlStatement& statement = AddStatement({begin, length == 0 ? piece.end : begin + length});
      statement.tree = one.at("stmt");
      statement.placeholders = placeholders;
    }
    return true;
  }

  // Adds the error, and the statements that begin on one of the next lines of the piece.
  void ReadBroken(const Piece& piece, const ParsedSql& parsed,
                  const std::map<std::string, std::string>& placeholders) {
    const std::size_t next = parts_ == nullptr ? piece.end : NextReadable(piece);
    SqlStatement& statement = AddStatement({piece.begin, next});
    statement.error = parsed.error;
    statement.line = lines_.At(piece.begin + parsed.error_at);
    statement.placeholders = placeholders;
    if (next < piece.end) ReadPiece({next, piece.end});
  }

  // Returns the next line of the piece from which the parser can read the rest, or the piece's end.
  std::size_t NextReadable(const Piece& piece) const {
    int attempts = 0;
    std::size_t at = text_.find('\n', SkippedBlanks(piece));
    for (; at < piece.end && attempts < kMaxAttempts; at = text_.find('\n', at + 1)) {
      if (!BeginsAsStatement(std::string_view(text_).substr(at + 1, piece.end - at - 1))) continue;
      ++attempts;
      const ParsedSql parsed = ParseSql(TextOf({at + 1, piece.end}));
      if (parsed.error.empty() && !parsed.statements.empty()) return at + 1;
    }
    return piece.end;
  }

  // Returns where the first word of the piece is.
  std::size_t SkippedBlanks(const Piece& piece) const {
    std::size_t at = piece.begin;
    while (at < piece.end) {
      const std::size_t end = EndOfComment(text_, at);
      if (end == at && !IsBlank(text_[at])) break;
      at = std::max(end, at + 1);
    }
    return at;
  }

  // Adds the statement of the piece with its comments, but without its tree.
  SqlStatement& AddStatement(const Piece& piece) {
    const std::size_t begin = SkipBlanks(piece.begin, piece.end);
    SqlStatement statement{
        .line = lines_.At(begin), .begin = begin, .text = text_.substr(begin, piece.end - begin)};
    int line = statement.line;
    while (!seen_.empty() && seen_.back().line == line - 1) {
      line = seen_.back().line;
      statement.comments.insert(statement.comments.begin(), std::move(seen_.back()));
      seen_.pop_back();
    }
    AddLooseComments();
    script_.statements.push_back(std::move(statement));
    return script_.statements.back();
  }

  void AddTrailingComments(std::size_t begin) {
    SkipBlanks(begin, text_.size());
    AddLooseComments();
  }

  void AddLooseComments() {
    std::move(seen_.begin(), seen_.end(), std::back_inserter(script_.loose_comments));
    seen_.clear();
  }

  // Returns the position of the first word. Collects the comments before it in `seen_`, or in the
  // loose comments if they share their line with other text.
  std::size_t SkipBlanks(std::size_t at, std::size_t end) {
    const std::string_view text = std::string_view(text_).substr(0, end);
    while (at < end) {
      if (text.substr(at, 2) == "--") {
        const std::size_t line_end = std::min(text.find('\n', at), end);
        (IsAloneOnItsLine(at) ? seen_ : script_.loose_comments)
            .push_back({lines_.At(at), std::string(Trim(text.substr(at + 2, line_end - at - 2)))});
        at = line_end;
      } else if (text.substr(at, 2) == "/*") {
        at = EndOfComment(text, at);
      } else if (IsBlank(text[at])) {
        ++at;
      } else {
        return at;
      }
    }
    return at;
  }

  static bool IsBlank(char c) {
    return std::string_view(" \t\r\n\f\v;").find(c) != std::string_view::npos;
  }

  bool IsAloneOnItsLine(std::size_t at) const {
    while (at > 0 && text_[at - 1] != '\n') {
      if (!IsBlank(text_[--at]) || text_[at] == ';') return false;
    }
    return true;
  }

  const std::string& text_;
  const std::vector<Piece>* const parts_;
  const LineIndex lines_;
  std::vector<SqlComment> seen_;  // that may belong to the next statement
  SqlScript script_;
};

}  // namespace

std::int64_t MajorOfParser() { return std::stoi(PG_MAJORVERSION); }

ParsedSql ParseSql(const std::string& sql) {
  const PgQueryParseResult result = pg_query_parse(sql.c_str());
  ParsedSql parsed;
  if (result.error != nullptr) {
    parsed.error = result.error->message;
    parsed.error_at = ByteOf(sql, result.error->cursorpos);
  } else {
    // The parser copies bytes that aren't UTF-8 into its JSON.
    Json tree = TryParseJson(result.parse_tree);
    if (tree.is_discarded()) {
      parsed.error = "is not valid UTF-8";
    } else {
      parsed.statements = std::move(tree.at("stmts"));
    }
  }
  pg_query_free_parse_result(result);
  return parsed;
}

SqlScript ParseScript(const std::string& text) { return ScriptReader(text).Read(); }

SqlScript ParsePsqlScript(const PsqlText& text) {
  return ScriptReader(text.sql, &text.parts).Read();
}

}  // namespace gonogo
