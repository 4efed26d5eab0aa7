// A PDF template opened, with what its records share.
#pragma once

#include "font/fonts.h"
#include "job/saraban.h"
#include "pdf/module/flat.h"
#include "text/shaper_pool.h"

#include <memory>
#include <mutex>
#include <string_view>

namespace saraban::job {

bool is_pdf_path(std::string_view path);

class PdfTemplate {
public:
  /// One of the two is null.
  PdfTemplate(std::shared_ptr<const pdf::Form> form, std::shared_ptr<const pdf::Flat> flat,
              const Environment& environment)
      : form_(std::move(form)), flat_(std::move(flat)), environment_(environment) {}

  const pdf::Form& form() const { return *form_; }
  /// The map of a flat PDF; null for one with fields.
  const pdf::Flat* flat() const { return flat_.get(); }
  /// This machine's, found when first asked for. Throws Failure (machine: "no-fonts").
  const font::Fonts& fonts() const;
  text::ShaperPool& shapers() const { return shapers_; }

private:
  std::shared_ptr<const pdf::Form> form_;
  std::shared_ptr<const pdf::Flat> flat_;
  Environment environment_;
  mutable std::once_flag fonts_found_;
  mutable std::unique_ptr<font::Fonts> fonts_;
  mutable text::ShaperPool shapers_; ///< Of fonts_: gone before it.
};

/// With its fields. Throws Failure when the file cannot be opened.
std::shared_ptr<const PdfTemplate> open_pdf_template(const Job& job, Diagnostics& diagnostics);
/// With its map where the job names one, or one stands beside it; else with its fields. Throws
/// Failure when a file cannot be opened.
std::shared_ptr<const PdfTemplate> open_pdf_or_map(const Job& job, Diagnostics& diagnostics);

} // namespace saraban::job
