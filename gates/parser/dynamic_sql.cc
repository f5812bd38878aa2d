// %I, %L, quote_ident() and quote_literal() make one name or one value, whatever they get.
#include "gates/parser/dynamic_sql.h"

#include <fmt/format.h>

#include "core/json/json.h"
#include "gates/parser/qualified_name.h"
#include "gates/parser/sql_script.h"

namespace gonogo {
namespace {

class Reader {
 public:
  // Returns false if the expression's text isn't known.
  bool Append(const Json& node) {
    const Json::json_pointer text("/A_Const/sval");
    if (node.contains(text)) {
      read_.sql += node.at(text).value("sval", "");
      return true;
    }
    if (node.contains("TypeCast")) return AppendCast(node["TypeCast"]);
    if (node.contains("A_Expr")) {
      const Json& joined = node["A_Expr"];
      return LastName(joined.at("name")) == "||" && joined.contains("lexpr") &&
             Append(joined["lexpr"]) && Append(joined.at("rexpr"));
    }
    return node.contains("FuncCall") && AppendCall(node["FuncCall"]);
  }

  DynamicSql Read() { return std::move(read_); }

 private:
  void AppendName(const std::string& placeholder) {
    const std::string name = fmt::format("__name_{}_", read_.placeholders.size() + 1);
    read_.placeholders[name] = placeholder;
    read_.sql += name;
  }

  void AppendValue() { read_.sql += "'a value'"; }

  // A regclass prints as a quoted name.
  bool AppendCast(const Json& cast) {
    if (Append(cast.at("arg"))) return true;
    const std::string type = LastName(cast.at("typeName").at("names"));
    if (type != "regclass" && type != "regnamespace" && type != "regrole") return false;
    AppendName("a " + type);
    return true;
  }

  bool AppendCall(const Json& call) {
    const std::string name = LastName(call.at("funcname"));
    const Json arguments = call.value("args", Json::array());
    if (name == "quote_ident") {
      AppendName("quote_ident()");
    } else if (name == "quote_literal" || name == "quote_nullable") {
      AppendValue();
    } else if (name == "concat") {
      for (const Json& one : arguments) {
        if (!Append(one)) return false;
      }
    } else {
      return name == "format" && AppendFormat(arguments);
    }
    return true;
  }

  // Writes the template of format() with its arguments: %I, %L, %s, %1$I, %%.
  bool AppendFormat(const Json& arguments) {
    Reader reader;
    if (arguments.empty() || !reader.Append(arguments[0]) || !reader.read_.placeholders.empty()) {
      return false;
    }
    const std::string text = reader.read_.sql;
    std::size_t next = 1;  // the argument
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] != '%') {
        read_.sql += text[at];
        continue;
      }
      std::size_t end = text.find_first_not_of("0123456789", at + 1);
      if (end != std::string::npos && text[end] == '$') {
        next = std::stoul("0" + text.substr(at + 1, std::min<std::size_t>(end - at - 1, 4)));
        ++end;
      }
      if (end == std::string::npos || end >= text.size()) return false;
      if (!AppendArgument(text[end], arguments, next)) return false;
      if (text[end] != '%') ++next;
      at = end;
    }
    return true;
  }

  bool AppendArgument(char kind, const Json& arguments, std::size_t number) {
    if (kind == '%') {
      read_.sql += '%';
    } else if (kind == 'I') {
      AppendName("%I");
    } else if (kind == 'L') {
      AppendValue();
    } else {
      return kind == 's' && number < arguments.size() && Append(arguments[number]);
    }
    return true;
  }

  DynamicSql read_;
};

}  // namespace

std::optional<DynamicSql> ReadDynamicSql(const std::string& expression) {
  const ParsedSql parsed = ParseSql("SELECT " + expression);
  if (parsed.statements.size() != 1) return std::nullopt;
  const Json::json_pointer value("/stmt/SelectStmt/targetList/0/ResTarget/val");
  const Json& statement = parsed.statements.at(0);
  Reader reader;
  if (!statement.contains(value) || !reader.Append(statement.at(value))) return std::nullopt;
  return reader.Read();
}

}  // namespace gonogo
