// Opening and writing PDF files of others.
#include "pdf/open.h"

#include "base/failure.h"

#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFWriter.hh>
#include <qpdf/QUtil.hh>

namespace saraban::pdf {
namespace {

constexpr std::size_t header_within = 1024; // ISO 32000-1, annex H.3, note 13

Location at(const std::string& name) {
  Location where;
  where.file = name;
  return where;
}

/// What qpdf says, without the name of the file, which the location says already.
std::string reason_of(const QPDFExc& fault) {
  std::string text = fault.getMessageDetail();
  if (fault.getFilePosition() > 0)
    text += " (byte " + std::to_string(fault.getFilePosition()) + ")";
  return text;
}

[[noreturn]] void fail(const File& file, const QPDFExc& fault, const std::string& password) {
  const bool wrong = fault.getErrorCode() == qpdf_e_password;
  if (wrong)
    throw Failure(Fault::input, password.empty() ? "pdf-password" : "pdf-wrong-password",
                  file.location());
  const auto header = file.bytes().substr(0, header_within).find("%PDF-");
  throw Failure(Fault::input, header == std::string::npos ? "not-a-pdf" : "pdf-unreadable",
                file.location(), {{"reason", reason_of(fault)}});
}

/// Files are encrypted with passwords as they came: PDFDocEncoding before PDF 2.0, UTF-8 since.
void process(File& file, const std::string& password) {
  QPDF& qpdf = file.qpdf();
  const auto read = [&](const std::string& form) {
    qpdf.processMemoryFile(file.name().c_str(), file.bytes().data(), file.bytes().size(),
                           form.c_str());
  };
  try {
    read(password);
  } catch (const QPDFExc& fault) {
    std::string old_form;
    const bool differs = QUtil::utf8_to_pdf_doc(password, old_form) && old_form != password;
    if (fault.getErrorCode() != qpdf_e_password || !differs) throw;
    read(old_form);
  }
}

/// A file whose end is lost, with a trailer that names its catalogue; nothing where it has a
/// trailer, or no catalogue in sight.
std::shared_ptr<const std::string> with_trailer(const std::string& bytes) {
  const std::size_t catalog = bytes.rfind("/Catalog");
  if (catalog == std::string::npos || bytes.find("trailer") != std::string::npos) return nullptr;
  const std::size_t object = bytes.rfind(" obj", catalog);
  if (object == std::string::npos) return nullptr;
  const std::size_t before = bytes.find_last_not_of(" 0123456789", object);
  const std::size_t start = before == std::string::npos ? 0 : before + 1;
  return std::make_shared<const std::string>(bytes + "\ntrailer\n<</Root " +
                                             bytes.substr(start, object - start) +
                                             " R>>\nstartxref\n0\n%%EOF\n");
}

const char* refusal_of(Permission permission) {
  switch (permission) {
  case Permission::fill_forms:
    return "pdf-filling-forbidden";
  case Permission::change_pages:
    return "pdf-changing-forbidden";
  case Permission::extract:
    return "pdf-extracting-forbidden";
  }
  return "";
}

} // namespace

File::File(std::shared_ptr<const std::string> bytes, std::string name)
    : bytes_(std::move(bytes)), name_(std::move(name)) {
  qpdf_.setLogger(QPDFLogger::create());
  qpdf_.setSuppressWarnings(true);
}

Location File::location() const {
  return at(name_);
}

bool File::permits(Permission permission) {
  if (!qpdf_.isEncrypted() || qpdf_.ownerPasswordMatched()) return true;
  switch (permission) {
  case Permission::fill_forms:
    return qpdf_.allowModifyForm() || qpdf_.allowModifyAnnotation();
  case Permission::change_pages:
    return qpdf_.allowModifyOther();
  case Permission::extract:
    return qpdf_.allowExtractAll() || qpdf_.allowAccessibility();
  }
  return false;
}

void File::demand(Permission permission) {
  if (!permits(permission)) throw Failure(Fault::input, refusal_of(permission), location());
}

std::shared_ptr<File> open(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                           Diagnostics& diagnostics) {
  auto file = std::make_shared<File>(std::move(bytes), options.name);
  try {
    process(*file, options.password);
    const std::size_t pages = file->qpdf().getAllPages().size();
    if (pages == 0) throw QPDFExc(qpdf_e_damaged_pdf, options.name, "", 0, "no pages");
    if (pages > options.limits.pages)
      throw Failure(Fault::input, "limit-pages", file->location(),
                    {{"limit", std::to_string(options.limits.pages)}});
  } catch (const QPDFExc& fault) {
    if (auto mended = with_trailer(file->bytes()))
      return open(std::move(mended), options, diagnostics);
    fail(*file, fault, options.password);
  } catch (const std::runtime_error& fault) { // qpdf throws these, too
    throw Failure(Fault::input, "pdf-unreadable", file->location(), {{"reason", fault.what()}});
  } catch (const std::logic_error& fault) {
    throw Failure(Fault::input, "pdf-unreadable", file->location(), {{"reason", fault.what()}});
  }
  const std::vector<QPDFExc> warnings = file->qpdf().getWarnings();
  if (!warnings.empty())
    diagnostics.notice("pdf-damaged", file->location(), {{"reason", reason_of(warnings.front())}});
  return file;
}

void guarded(const File& file, const std::function<void()>& work) {
  try {
    work();
  } catch (const Failure&) {
    throw;
  } catch (const QPDFExc& fault) {
    throw Failure(Fault::input, "pdf-unreadable", file.location(), {{"reason", reason_of(fault)}});
  } catch (const std::runtime_error& fault) {
    throw Failure(Fault::input, "pdf-unreadable", file.location(), {{"reason", fault.what()}});
  } catch (const std::logic_error& fault) {
    throw Failure(Fault::input, "pdf-unreadable", file.location(), {{"reason", fault.what()}});
  }
}

namespace {

/// The file as its base with what became other, read from qpdf, and what is ours.
std::string with_changes(File& file) {
  OwnObjects& changed = file.own(); // the file is written once
  for (const int number : *file.changed())
    changed[number] = {file.qpdf().getObjectByID(number, 0).unparseResolved(), "", false};
  return put_together(*file.base(), changed);
}

} // namespace

std::string write(File& file) {
  std::string bytes;
  guarded(file, [&] {
    if (file.base() && file.changed()) {
      bytes = with_changes(file);
      return;
    }
    // qpdf's own writer knows more of damage.
    const bool sound = !file.qpdf().isEncrypted() && !file.qpdf().anyWarnings();
    if (sound || !file.own().empty()) {
      Parts parts = take_apart(file.qpdf(), file.own());
      if (file.base()) parts.packed = file.base()->packed;
      bytes = put_together(parts, Packing::as_before);
      return;
    }
    QPDFWriter writer(file.qpdf());
    writer.setOutputMemory();
    writer.setCompressStreams(false);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.setNewlineBeforeEndstream(false);
    writer.setStaticID(true);
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    bytes.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
  });
  return bytes;
}

} // namespace saraban::pdf
