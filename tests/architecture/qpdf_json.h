// Stands for qpdf's JSON.hh while clang-tidy reads: clang 14 cannot compile that header as C++20.
#pragma once
#define JSON_HH
#include <memory>
#include <string>

class JSON {
public:
  class Reactor {};
};
