// Flat PDFs: what module::FlatFunctions offers.
#pragma once

#include "language/ast.h"
#include "pdf/expression.h"
#include "pdf/map/map.h"
#include "pdf/module/flat.h"

#include <vector>

namespace saraban::pdf {

/// One entry of a map, its tags parsed.
struct Stamp {
  map::Entry entry;
  map::Style style; ///< With the map's behind it.
  FieldExpression value;
  std::optional<language::Expression> when;
  Location where; ///< In the map's file.
};

/// A PDF and its map: immutable, for all threads.
class Flat {
public:
  Flat(std::shared_ptr<const std::string> bytes, OpenOptions options, map::Map map,
       std::vector<Stamp> stamps)
      : bytes_(std::move(bytes)), options_(std::move(options)), map_(std::move(map)),
        stamps_(std::move(stamps)) {}

  const std::shared_ptr<const std::string>& bytes() const { return bytes_; }
  const OpenOptions& options() const { return options_; }
  const map::Map& map() const { return map_; }
  const std::vector<Stamp>& stamps() const { return stamps_; }

private:
  std::shared_ptr<const std::string> bytes_;
  OpenOptions options_;
  map::Map map_;
  std::vector<Stamp> stamps_;
};

namespace stamp {

/// module::FlatFunctions says what these do.
std::string detect_fields(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                          MapAs as, Language language, Diagnostics& diagnostics);
std::shared_ptr<const Flat> open_flat(std::shared_ptr<const std::string> bytes,
                                      const OpenOptions& options, const MapFile& map,
                                      Diagnostics& diagnostics);
std::string stamp_flat(const Flat& flat, const data::Value& record, const data::Sources& sources,
                       const FillOptions& options, const Means& means, Diagnostics& diagnostics);
std::string create_form(const Flat& flat, const data::Value& record, const data::Sources& sources,
                        const FillOptions& options, const Means& means, Diagnostics& diagnostics);

} // namespace stamp
} // namespace saraban::pdf
