// One record's pass over a program.
#pragma once

#include "fill/image_file.h"
#include "fill/program.h"
#include "package/xml.h"
#include "rich/rich.h"

#include <functional>
#include <map>
#include <set>

namespace saraban::fill {

/// A file that was included.
struct Included {
  package::Package package;
  std::vector<package::Relationship> relations;
  Nodes nodes;
  std::string styles; ///< That the blocks bring with them.
};

/// What the parts of one filled package share.
struct Shared {
  Shared(const Program& a_program, const package::Package& a_package, language::Scope& a_scope)
      : program(a_program), package(a_package), scope(a_scope) {}
  const Program& program;
  const package::Package& package;
  language::Scope& scope;
  Additions additions;
  std::map<std::string, std::string> picture_relations; ///< part + source → relation.
  std::map<std::string, std::size_t> relations;         ///< Made so far, by part.
  std::set<std::string> used_ids;
  std::map<std::string, std::optional<ImageFile>> images; ///< By what asked for them.
  std::size_t drawings = 0;
  std::size_t fields = 0;
  std::set<std::string> begun_lists;
  std::map<std::string, std::string> continued_lists; ///< The last of those that go on.
  std::map<std::string, std::shared_ptr<const Included>> included;
  int include_depth = 0;
};

/// Writes the parts of one filled package. Throws Failure ("limit-output").
class Applier {
public:
  explicit Applier(Shared& shared) : shared_(shared) {}

  /// The XML of a part. Macros that one part defines serve the parts after it: one Applier for all.
  std::string run(const FilledPart& part);

private:
  void nodes(const Nodes& nodes);
  void node(const Static& n);
  void node(const Slot& n);
  void node(const PlainSlot& n);
  void node(const Loop& n);
  void node(const Branches& n);
  void node(const Assign& n);
  void node(const Within& n);
  void node(const MacroBlock& n);
  void node(const CallBlock& n);
  void node(const FilterBlock& n);
  void node(const IncludeBlock& n);
  void node(const ForeignRelation& n);
  void node(const Action& n);
  void node(const Id& n);
  void node(const LinkTarget& n);
  void node(const Guard& n);
  void node(const SoleValue& n);
  void node(const ContinuedList& n);
  void node(const FinishedTable& n);

  /// What `body` writes, instead of writing it.
  std::string capture(const std::function<void()>& body);
  void repeated(const std::function<void()>& body);

  void value(const language::Value& value, const TextForm& form, const language::Expression& from);
  /// Where only characters can stand.
  void plain_value(const language::Value& value, const language::Expression& from);
  void text(std::string_view text, const TextForm& form, const language::Expression& from);
  void picture(const language::Picture& picture, const TextForm& form,
               const language::Expression& from);
  void qr_code(const language::QrCode& code, const TextForm& form,
               const language::Expression& from);
  void barcode(const language::BarCode& code, const TextForm& form,
               const language::Expression& from);
  void place_code(CodeShape shape, const TextForm& form);
  void link(const language::LinkText& link, const TextForm& form, const language::Expression& from);
  /// The opening of a link round runs.
  void open_link(const std::string& target);
  /// `paragraph`: that holds nothing else; null: runs stand beside it.
  void rich_text(const rich::Blocks& blocks, const TextForm& form, const language::Expression& from,
                 const SoleValue* paragraph = nullptr);
  void blank(const language::Blank& blank, const TextForm& form);
  void leader(const LeaderShape& shape, const TextForm& form);
  void form_slot(const Slot& slot);
  void form_field(const language::FormField& field, const Slot& slot);
  void field_content(const language::FormField& field, const Slot& slot, const TextForm& form);
  void picture_box(const language::FormField& field, const TextForm& form);
  void place_picture(const std::string& key, const ImageFile& image, PictureShape shape,
                     const TextForm& form);
  std::string new_relation(std::string_view extension = "");
  std::string list_id(const std::string& written);
  std::string unique_id(IdKind kind, const std::string& written);
  void check_size();

  Shared& shared_;
  std::shared_ptr<const Included> included_file(const std::string& name, const Location& where);
  std::string foreign_relation(const std::string& relation);

  std::string part_;
  std::map<std::string, std::string> carried_; ///< Styles of what the part includes, by file.
  std::shared_ptr<const Included> inside_; ///< The file included now; null: the template itself.
  std::string out_;
  std::map<std::string, std::string> ids_;   ///< Of this pass of the innermost loop.
  std::map<std::string, std::string> lists_; ///< Restarting lists as this pass calls them.
};

/// The text of XML that a block has written: paragraphs apart by "\n\n".
std::string text_of(const Markup& markup, const std::string& xml);

} // namespace saraban::fill
