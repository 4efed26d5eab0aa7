// What the module for PDF templates (saraban-pdf.so, opened on demand) offers.
#pragma once

#include "base/diagnostics.h"
#include "base/environment.h"
#include "data/value.h"
#include "font/fonts.h"
#include "text/shaper_pool.h"

#include <memory>
#include <string>

namespace saraban::pdf {

struct OpenOptions {
  std::string name;     ///< Of the file, for messages.
  std::string password; ///< The user's or the owner's; UTF-8. Empty for none.
  Limits limits;
};

/// A PDF template, opened and compiled: immutable, for all threads.
class Form;

enum class ListAs { text, json };
enum class Flatten { no, yes };
enum class SignedFiles { refuse, change };
enum class Purpose {
  fill, ///< Make the file.
  check ///< Only say what is wrong.
};

/// Values of the data that no field takes: rows of a batch have them on purpose.
enum class UnusedValues { reported, allowed };

struct FillOptions {
  Flatten flatten = Flatten::no;
  SignedFiles signed_files = SignedFiles::refuse;
  Purpose purpose = Purpose::fill;
  UnusedValues unused = UnusedValues::reported;
};

/// What drawing values needs; all outlive the call. The fonts may be null where nothing is drawn.
struct Means {
  const Environment& environment;
  const font::Fonts* fonts = nullptr;
  text::ShaperPool* shapers = nullptr;
};

} // namespace saraban::pdf

namespace saraban::pdf::module {

/// None of them keeps references to its arguments, except that a Form shares its bytes.
struct FormFunctions {
  /// Throws Failure as pdf/open.h says. Faults of the form's expressions are reported.
  std::shared_ptr<const Form> (*open)(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, Diagnostics& diagnostics);
  /// All fields with names, kinds, places, options, flags and values; ends in a line feed.
  std::string (*list)(const Form& form, ListAs as, Language language);
  /// The filled file; "" after an error and when only checked. Throws Failure.
  std::string (*fill)(const Form& form, const data::Value& record, const data::Sources& sources,
                      const FillOptions& options, const Means& means, Diagnostics& diagnostics);
  /// The data that fills the form as it is now: names are paths, empty fields are left out. Throws
  /// Failure (input: "pdf-extracting-forbidden").
  data::Value (*extract)(const Form& form);
};

/// Throws Failure (machine: "module-missing").
const FormFunctions& form_functions();

inline constexpr const char* pdf_file = "saraban-pdf.so";
inline constexpr const char* form_functions_symbol = "saraban_form_functions";

} // namespace saraban::pdf::module
