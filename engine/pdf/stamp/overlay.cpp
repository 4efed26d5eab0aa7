// Finished pages laid over those of a file.
#include "pdf/stamp/overlay.h"

#include "pdf/scan/bounded_stream.h"
#include "pdf/scan/page_space.h"
#include "pdf/scan/tokens.h"
#include "render/form_xobjects.h"

#include <algorithm>
#include <fmt/format.h>
#include <qpdf/QPDFPageObjectHelper.hh>

namespace saraban::pdf::stamp {
namespace {

constexpr std::size_t most_bytes = 64u << 20; // of a page's content

/// From the form's space (points, from the bottom left of the page as shown) to the page's own.
scan::Matrix to_own_space(const scan::PageSpace& space) {
  const scan::Matrix& m = space.to_page;
  const double d = m.a * m.d - m.b * m.c; // never 0: a turn and a unit
  const scan::Matrix inverse{m.d / d,
                             -m.b / d,
                             -m.c / d,
                             m.a / d,
                             (m.c * m.f - m.d * m.e) / d,
                             (m.b * m.e - m.a * m.f) / d};
  return scan::Matrix{1, 0, 0, -1, 0, space.height}.then(inverse);
}

/// How many states the content restores without having saved them, and leaves saved.
struct Balance {
  int below = 0, left = 0;
};

Balance balance_of(QPDFObjectHandle page) {
  const std::string bytes = scan::stream_bytes(page.getKey("/Contents"), most_bytes);
  scan::Tokens tokens(bytes);
  scan::Instruction instruction;
  Balance balance;
  int depth = 0;
  while (tokens.next(instruction)) {
    if (instruction.name == "q") ++depth;
    if (instruction.name == "Q") balance.below = std::max(balance.below, -(--depth));
    if (instruction.name == "BT" && depth > 1'000) break;
  }
  balance.left = std::max(0, depth + balance.below);
  return balance;
}

std::string repeated(const char* text, int count) {
  std::string out;
  for (int i = 0; i < std::min(count, 10'000); ++i) out += text;
  return out;
}

/// Resources of this page alone, with the form under a name that is free.
std::string add_resource(QPDFPageObjectHelper& page, QPDFObjectHandle form) {
  QPDFObjectHandle resources = page.getAttribute("/Resources", true);
  if (!resources.isDictionary()) {
    resources = QPDFObjectHandle::newDictionary();
    page.getObjectHandle().replaceKey("/Resources", resources);
  }
  QPDFObjectHandle objects = resources.getKey("/XObject");
  objects = objects.isDictionary() ? objects.shallowCopy() : QPDFObjectHandle::newDictionary();
  std::string name = "/Saraban";
  for (int n = 2; objects.hasKey(name); ++n) name = "/Saraban" + std::to_string(n);
  objects.replaceKey(name, form);
  QPDFObjectHandle own = resources.shallowCopy(); // it may be other pages', too
  own.replaceKey("/XObject", objects);
  page.getObjectHandle().replaceKey("/Resources", own);
  return name;
}

void paint_over(File& file, QPDFObjectHandle page, QPDFObjectHandle form) {
  QPDFPageObjectHelper helper(page);
  const Balance balance = balance_of(page);
  const scan::Matrix m = to_own_space(scan::page_space(page));
  const std::string name = add_resource(helper, form);
  const std::string before = repeated("q ", balance.below + 1) + "\n";
  const std::string after = "\n" + repeated("Q ", balance.left + 1) +
                            fmt::format("q {:.6g} {:.6g} {:.6g} {:.6g} {:.6g} {:.6g} cm {} Do Q\n",
                                        m.a, m.b, m.c, m.d, m.e, m.f, name);
  helper.addPageContents(QPDFObjectHandle::newStream(&file.qpdf(), before), true);
  helper.addPageContents(QPDFObjectHandle::newStream(&file.qpdf(), after), false);
}

} // namespace

void overlay(File& file, const page::Pages& pages, const Limits& limits, Diagnostics& diagnostics) {
  page::Pages painted;
  painted.faces = pages.faces;
  painted.images = pages.images;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    if (pages.pages[i].items.empty()) continue;
    painted.pages.push_back(pages.pages[i]);
    numbers.push_back(i);
  }
  if (numbers.empty()) return;
  render::PdfOptions options;
  options.limits = limits;
  const std::vector<render::Frame> frames(numbers.size());
  // The source must live until the file is written: streams are copied when they are read.
  auto bytes = std::make_shared<const std::string>(
      render::form_xobjects({painted, frames, nullptr}, options, diagnostics));
  auto source = std::make_shared<File>(bytes, "stamps");
  source->qpdf().processMemoryFile("stamps", bytes->data(), bytes->size());
  file.keep(source);
  QPDFObjectHandle forms = source->qpdf().getRoot().getKey("/XObjects");
  const std::vector<QPDFObjectHandle> own = file.qpdf().getAllPages();
  for (std::size_t i = 0; i < numbers.size(); ++i)
    paint_over(file, own.at(numbers[i]),
               file.qpdf().copyForeignObject(forms.getArrayItem(static_cast<int>(i))));
}

} // namespace saraban::pdf::stamp
