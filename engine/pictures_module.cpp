// The picture module's one entry.
#include "pictures/convert/convert.h"

extern "C" __attribute__((visibility("default"))) const saraban::pictures::Converters*
saraban_picture_converters() {
  namespace convert = saraban::pictures::convert;
  static constexpr saraban::pictures::Converters converters{
      convert::upright_jpeg, convert::webp_as_png, convert::svg_as_png};
  return &converters;
}
