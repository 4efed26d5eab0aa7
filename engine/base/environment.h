// What the engine takes from outside, as an argument: files, fonts' folders, today.
#pragma once

#include "base/limits.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saraban {

enum class UseSystemFonts { no, yes };
enum class Language { thai, english };
/// What a tag whose value is not in the data gives: a message, a dotted blank, nothing, itself.
enum class MissingValue { error, blank, empty, keep };

/// What a template gives: the document; the form to write on by hand; the form to fill in on
/// screen.
enum class FormMode { filled, blank, fillable };

struct Date {
  int year = 1970, month = 1, day = 1; ///< Proleptic Gregorian, common era.
  constexpr auto operator<=>(const Date&) const = default;
};

struct Environment {
  Date today;
  std::vector<std::filesystem::path>
      asset_folders; ///< Pictures and parts are read only below these.
  std::vector<std::filesystem::path> font_folders; ///< Searched before the system's and our own.
  std::filesystem::path bundled_fonts; ///< Our own fonts' folder; empty where there is none.
  UseSystemFonts system_fonts = UseSystemFonts::yes;
  Language language = Language::english;
  std::optional<MissingValue> missing; ///< Over what the template's settings say.
  FormMode form = FormMode::filled;
  Limits limits;
};

/// An environment for this machine: today by its clock, the bundled fonts' folder.
Environment machine_environment();

/// The whole file. Throws Failure (machine: "cannot-read"; input: "limit-file-size").
std::string read_file(const std::filesystem::path& path, const Limits& limits);
/// Writes to a temporary file beside `path` and renames it; devices and pipes are written to.
/// Throws Failure (machine: "cannot-write").
void write_file(const std::filesystem::path& path, std::string_view bytes);
/// One file to write.
struct FileToWrite {
  std::filesystem::path path;
  std::string_view bytes;
};
/// All of them or none: every one is written to a temporary file before the first is renamed.
/// Folders that are not there are made. Throws Failure (machine: "cannot-write").
void write_files(const std::vector<FileToWrite>& files);
/// `name` below one of the asset folders, links resolved; nothing when absent or outside.
std::optional<std::filesystem::path> find_asset(const Environment& environment,
                                                std::string_view name);

} // namespace saraban
