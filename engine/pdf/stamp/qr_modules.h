// QR codes as squares to be drawn.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace saraban::pdf::stamp {

struct QrModules {
  int side = 0;           ///< Without the quiet zone.
  std::vector<bool> dark; ///< Row by row.
};

/// ISO/IEC 18004, error correction M; nothing when the text is too long for one.
std::optional<QrModules> qr_modules(const std::string& text);

} // namespace saraban::pdf::stamp
