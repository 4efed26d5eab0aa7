// What the module for PDF templates offers for flat PDFs: those without fields.
#pragma once

#include "pdf/module/form.h"

#include <string_view>

namespace saraban::pdf {

/// A PDF and the map of what goes where on its pages, compiled: immutable, for all threads.
class Flat;

enum class MapAs { yaml, json };

struct MapFile {
  std::string name; ///< For messages; ".json" is JSON, all else YAML.
  std::string_view bytes;
};

} // namespace saraban::pdf

namespace saraban::pdf::module {

/// None of them keeps references to its arguments, except that a Flat shares the file's bytes. They
/// throw Failure as pdf/open.h says.
struct FlatFunctions {
  /// A map of the fields that a flat form seems to have, to be corrected by people; ends in a line
  /// feed.
  std::string (*detect)(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                        MapAs as, Language language, Diagnostics& diagnostics);
  /// Every fault of the map is reported: its words, pages and rectangles, its expressions.
  std::shared_ptr<const Flat> (*open)(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, const MapFile& map,
                                      Diagnostics& diagnostics);
  /// The file with its values stamped on; "" after an error and when only checked.
  std::string (*stamp)(const Flat& flat, const data::Value& record, const data::Sources& sources,
                       const FillOptions& options, const Means& means, Diagnostics& diagnostics);
  /// The file with form fields at the map's places, filled from the record; "" after an error.
  std::string (*create)(const Flat& flat, const data::Value& record, const data::Sources& sources,
                        const FillOptions& options, const Means& means, Diagnostics& diagnostics);
};

/// Throws Failure (machine: "module-missing").
const FlatFunctions& flat_functions();

inline constexpr const char* flat_functions_symbol = "saraban_flat_functions";

} // namespace saraban::pdf::module
