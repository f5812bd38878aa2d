// Instantiates the JSON library's parser and writer; no other file does.
#include "core/json/json.h"

#include <vector>

#include "core/error.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {
namespace {

constexpr std::size_t kDeepestNesting = 1'000;

[[noreturn]] void ThrowTooDeep() {
  throw PlanError("the JSON is nested more than 1,000 levels deep");
}

// What becomes of a key that an object has twice.
enum class RepeatedKey { kLastWins, kThrows };

// Builds what Json::parse does, but moves nested values when an object grows. The list behind an
// ordered object copies them instead, again at each level around them.
class Builder : public nlohmann::json_sax<Json> {
 public:
  explicit Builder(RepeatedKey repeated) : repeated_(repeated) {}

  Json Result() && { return std::move(root_); }

  bool null() override { return Add(nullptr); }
  bool boolean(bool value) override { return Add(value); }
  bool number_integer(number_integer_t value) override { return Add(value); }
  bool number_unsigned(number_unsigned_t value) override { return Add(value); }
  bool number_float(number_float_t value, const string_t&) override { return Add(value); }
  bool string(string_t& value) override { return Add(std::move(value)); }
  bool binary(binary_t& value) override { return Add(std::move(value)); }
  bool start_array(std::size_t) override { return Open(Json::array()); }
  bool start_object(std::size_t) override { return Open(Json::object()); }
  bool end_array() override { return Close(); }
  bool end_object() override { return Close(); }

  bool key(string_t& key) override {
    auto& object = open_.back()->get_ref<Json::object_t&>();
    if (object.size() == object.capacity()) Grow(object);
    const std::size_t before = object.size();
    value_of_key_ = &object[key];
    if (object.size() == before && repeated_ == RepeatedKey::kThrows) {
      throw PlanError("the key " + ToText(Json(key)) + " is given twice");
    }
    return true;
  }

  // Json::parse says what is wrong.
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  static void Grow(Json::object_t& object) {
    Json::object_t grown;
    grown.reserve(2 * object.size() + 2);
    for (auto& [key, value] : object) grown.emplace_back(key, std::move(value));
    object = std::move(grown);
  }

  Json& Place(Json value) {
    if (open_.empty()) return root_ = std::move(value);
    if (open_.back()->is_object()) return *value_of_key_ = std::move(value);
    open_.back()->push_back(std::move(value));
    return open_.back()->back();
  }

  bool Add(Json value) {
    Place(std::move(value));
    return true;
  }

  bool Open(Json container) {
    if (repeated_ == RepeatedKey::kThrows && open_.size() == kDeepestNesting) ThrowTooDeep();
    open_.push_back(&Place(std::move(container)));
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  RepeatedKey repeated_;
  Json root_;
  std::vector<Json*> open_;  // the arrays and objects around the value that is read
  Json* value_of_key_ = nullptr;
};

// The parser needs no stack for nested values, but the library copies, compares and writes them by
// functions that call themselves. Throws if they are nested so deep that the stack might not do.
void RequireShallow(std::string_view text) {
  std::size_t depth = 0;
  bool is_in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_in_string && c == '\\') ++i;
    if (c == '"') is_in_string = !is_in_string;
    if (is_in_string) continue;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    if (depth > kDeepestNesting) ThrowTooDeep();
  }
}

}  // namespace

Json ParseJson(std::string_view text) {
  RequireShallow(text);
  return Json::parse(text);
}

Json ParseRecord(std::string_view text) {
  Builder builder(RepeatedKey::kThrows);
  return Json::sax_parse(text, &builder) ? std::move(builder).Result() : Json::parse(text);
}

Json TryParseJson(std::string_view text) {
  Builder builder(RepeatedKey::kLastWins);
  if (!Json::sax_parse(text, &builder)) return Json(Json::value_t::discarded);
  return std::move(builder).Result();
}

std::string ToText(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string ToParameter(const Json& json) { return json.dump(); }

}  // namespace gonogo
