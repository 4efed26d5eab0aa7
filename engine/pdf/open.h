// Opening and writing PDF files of others: hostile bytes, damage, passwords.
#pragma once

#include "base/diagnostics.h"
#include "pdf/module/form.h"
#include "pdf/parts.h"

#include <functional>
#include <memory>
#include <optional>
#include <qpdf/QPDF.hh>
#include <set>
#include <string>
#include <vector>

namespace saraban::pdf {

/// What a protected file's owner may forbid (ISO 32000-1, table 22).
enum class Permission { fill_forms, change_pages, extract };

/// A file that was read, and its bytes: qpdf reads objects when they are first asked for. One
/// thread. What qpdf throws later is caught by `guarded`.
class File {
public:
  File(std::shared_ptr<const std::string> bytes, std::string name);
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  QPDF& qpdf() { return qpdf_; }
  const std::string& name() const { return name_; }
  const std::string& bytes() const { return *bytes_; }
  Location location() const;
  /// Always with the owner's password, and for files that are not encrypted.
  bool permits(Permission permission);
  /// Keeps a file whose objects were copied into this one: their streams are read when it is
  /// written.
  void keep(std::shared_ptr<File> source) { kept_.push_back(std::move(source)); }
  /// The parts that the file was put together of, with their numbers; null: it is another's.
  const std::shared_ptr<const Parts>& base() const { return base_; }
  void set_base(std::shared_ptr<const Parts> parts) { base_ = std::move(parts); }
  /// The objects of the base that may have become others; nothing: any may.
  const std::optional<std::set<int>>& changed() const { return changed_; }
  void set_changed(std::optional<std::set<int>> numbers) { changed_ = std::move(numbers); }
  /// Objects that stand in qpdf's file by an empty dictionary only.
  OwnObjects& own() { return own_; }
  /// Throws Failure (input: "pdf-filling-forbidden", "pdf-changing-forbidden",
  /// "pdf-extracting-forbidden").
  void demand(Permission permission);

private:
  std::shared_ptr<const std::string> bytes_;
  std::string name_;
  std::vector<std::shared_ptr<File>> kept_;
  std::shared_ptr<const Parts> base_;
  std::optional<std::set<int>> changed_;
  OwnObjects own_;
  QPDF qpdf_;
};

/// Reads the cross-reference, the catalogue and the page tree; damage that could be mended is a
/// notice ("pdf-damaged"). Throws Failure (input: "not-a-pdf", "pdf-unreadable", "pdf-password",
/// "pdf-wrong-password").
std::shared_ptr<File> open(std::shared_ptr<const std::string> bytes, const OpenOptions& options,
                           Diagnostics& diagnostics);

/// Runs work on a file; what qpdf throws becomes a Failure (input: "pdf-unreadable").
void guarded(const File& file, const std::function<void()>& work);

/// The file with all changes made to it. Streams that were not changed keep their bytes; an
/// encrypted file stays encrypted as it was. Same file, same changes, same bytes.
std::string write(File& file);

} // namespace saraban::pdf
