// Instantiates the JSON library's parser and writer; no other file does.
#include "core/json/json.h"

#include <set>
#include <vector>

#include "core/error.h"

template class nlohmann::basic_json<nlohmann::ordered_map>;

namespace gonogo {
namespace {

// Throws at a key that an object has twice. The parser could call a function for each key instead,
// but would then go through the list around each value again.
class RepeatedKeys : public nlohmann::json_sax<Json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }

  bool start_object(std::size_t) override {
    keys_.emplace_back();
    return true;
  }
  bool end_object() override {
    keys_.pop_back();
    return true;
  }
  bool key(string_t& key) override {
    if (keys_.back().insert(key).second) return true;
    throw PlanError("the key " + ToText(Json(key)) + " is given twice");
  }

  // Json::parse says what is wrong.
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return false;
  }

 private:
  std::vector<std::set<std::string>> keys_;  // of the objects around the value that is read
};

// Builds what Json::parse does, but moves nested values when an object grows. The list behind an
// ordered object copies them instead, again at each level around them.
class Builder : public nlohmann::json_sax<Json> {
 public:
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
    value_of_key_ = &object[key];
    return true;
  }

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
    open_.push_back(&Place(std::move(container)));
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  Json root_;
  std::vector<Json*> open_;  // the arrays and objects around the value that is read
  Json* value_of_key_ = nullptr;
};

constexpr std::size_t kDeepestNesting = 1'000;

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
    if (depth > kDeepestNesting) throw PlanError("the JSON is nested more than 1,000 levels deep");
  }
}

}  // namespace

Json ParseJson(std::string_view text) {
  RequireShallow(text);
  return Json::parse(text);
}

Json ParseRecord(std::string_view text) {
  RequireShallow(text);
  RepeatedKeys keys;
  Json::sax_parse(text, &keys);
  return Json::parse(text);
}

Json TryParseJson(std::string_view text) {
  Builder builder;
  if (!Json::sax_parse(text, &builder)) return Json(Json::value_t::discarded);
  return std::move(builder).Result();
}

std::string ToText(const Json& json, int indent) {
  return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string ToParameter(const Json& json) { return json.dump(); }

}  // namespace gonogo
