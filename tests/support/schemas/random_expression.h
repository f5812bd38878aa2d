// Makes random SQL expressions over given columns.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace gonogo::testing_support {

// Random choices that a seed repeats.
class RandomChoice {
 public:
  explicit RandomChoice(unsigned seed) : random_(seed) {}

  std::size_t Below(std::size_t count) { return random_() % count; }
  bool OneIn(std::size_t count) { return Below(count) == 0; }
  template <typename T>
  const T& OneOf(const std::vector<T>& list) {
    return list.at(Below(list.size()));
  }

 private:
  std::mt19937 random_;
};

// Quoted column names by what an expression can do with them. None of the lists may be empty.
struct ExpressionColumns {
  std::vector<std::string> numbers;  // integer or bigint; one is id
  std::vector<std::string> texts;    // text or varchar
  std::vector<std::string> dates;
};

// The expressions are immutable, and never fail for any row. Each literal contains a number of four
// digits that starts with 1 to 4.
class RandomExpressions {
 public:
  RandomExpressions(RandomChoice& random, const ExpressionColumns& columns)
      : random_(random), columns_(columns) {}

  // `depth` bounds how deeply operators are nested.
  std::string Truth(int depth);
  std::string Number(int depth);
  std::string Text(int depth);

 private:
  std::string Digits();
  std::string Word();
  std::string Date();

  RandomChoice& random_;
  const ExpressionColumns& columns_;
};

// Returns the SQL with one literal of RandomExpressions changed. Throws std::out_of_range if there
// is none.
std::string WithAnotherLiteral(const std::string& sql, RandomChoice& random);

}  // namespace gonogo::testing_support
