// QR codes by libqrencode.
#include "pdf/stamp/qr_modules.h"

#include <memory>
#include <qrencode.h>

namespace saraban::pdf::stamp {

std::optional<QrModules> qr_modules(const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeData(static_cast<int>(text.size()),
                        reinterpret_cast<const unsigned char*>(text.data()), 0, QR_ECLEVEL_M),
      QRcode_free);
  if (!code) return std::nullopt;
  QrModules modules;
  modules.side = code->width;
  for (int i = 0; i < code->width * code->width; ++i)
    modules.dark.push_back((code->data[i] & 1) != 0);
  return modules;
}

} // namespace saraban::pdf::stamp
