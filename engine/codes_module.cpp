// The barcode module's one entry.
#include "codes/zint/encode.h"

extern "C" __attribute__((visibility("default"))) saraban::codes::Encode* saraban_encode_barcode() {
  return saraban::codes::zint::encode;
}
