// Streams through a pipeline that stops when it has enough.
#include "pdf/scan/bounded_stream.h"

#include <qpdf/Pipeline.hh>
#include <stdexcept>

namespace saraban::pdf::scan {
namespace {

struct Enough {};

class Collector : public Pipeline {
public:
  Collector(std::string& out, std::size_t most)
      : Pipeline("collector", nullptr), out_(out), most_(most) {}
  void write(unsigned char const* data, std::size_t size) override {
    const std::size_t room = most_ - out_.size();
    out_.append(reinterpret_cast<const char*>(data), std::min(size, room));
    if (size > room) throw Enough{};
  }
  void finish() override {}

private:
  std::string& out_;
  std::size_t most_;
};

void append(QPDFObjectHandle stream, std::string& out, std::size_t most) {
  if (!stream.isStream()) return;
  Collector collector(out, most);
  try {
    stream.pipeStreamData(&collector, 0, qpdf_dl_specialized, true, false);
  } catch (const Enough&) {
  } catch (const std::exception&) { // what was decoded before the damage stays
  }
}

} // namespace

std::string stream_bytes(const QPDFObjectHandle& streams, std::size_t most) {
  std::string out;
  QPDFObjectHandle handle = streams;
  if (!handle.isArray()) {
    append(handle, out, most);
    return out;
  }
  const int count = handle.getArrayNItems();
  for (int i = 0; i < count && out.size() < most; ++i) {
    append(handle.getArrayItem(i), out, most);
    if (out.size() < most) out += '\n';
  }
  return out;
}

} // namespace saraban::pdf::scan
