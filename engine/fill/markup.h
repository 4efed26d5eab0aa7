// A document format's vocabulary, as far as filling must know it.
#pragma once

#include "base/environment.h"
#include "base/length.h"
#include "base/limits.h"
#include "base/location.h"
#include "codes/codes.h"
#include "fill/rich_form.h"
#include "language/ast.h"
#include "language/form.h"
#include "package/xml.h"

#include <map>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace saraban::fill {

enum class ElementKind {
  other,      ///< Carried along; within a paragraph it is content.
  paragraph,  ///
  run,        ///< Holds text of one format; is cut where a tag stands in it.
  text,       ///< Its characters are text of the paragraph.
  character,  ///< Stands for one character of the text: a tab, a line break.
  group,      ///< Holds blocks, rows or runs and may be cut in two: a link, a content control.
  properties, ///< Of its parent, before the content; both halves keep it when the parent is cut.
  mark,       ///< Has no text and may stand between blocks as well: a bookmark, a comment's range.
  noise,      ///< Dropped: spelling marks, remembered page breaks.
  deleted,    ///< A tracked deletion: carried along unread.
  list,       ///< Where lists are elements; holds items.
  item,       ///< Holds blocks; repeats or goes as a row does.
  table,
  row,
  cell,
  story, ///< Holds blocks that belong to no paragraph round it: a text box, a note, a part's root.
  fallback ///< Says again, for older programs, what stood just before.
};

/// How text is written where a tag stood. The three openings start a run and its text, the closings
/// end both.
struct TextForm {
  std::string as_written; ///< As the author formatted it: for digits and punctuation alone.
  std::string latin;      ///< For text that is not complex script.
  std::string complex;    ///< For complex script: its font, size, weight and language.
  std::string close, complex_close;
  std::string space; ///< One that stays beside others and at edges; empty: written as it is.
  std::string line_break, tab, page_break; ///< Inside an open text.
  std::string leader; ///< Dots in an open text, where Markup::leader is not there.
  enum class Pictures { no, yes } pictures = Pictures::yes;
  std::string object_open, object_close;       ///< Round a picture: a run without text.
  std::string paragraph_close, paragraph_open; ///< End the paragraph, begin one of its format.
  std::string next_paragraph;   ///< Both at once, for text; empty where there can be no other.
  std::string next_page;        ///< The same on a new page; empty: page_break does it.
  std::string paragraph_format; ///< What rich text's paragraphs are made of; the format's own.
  bool operator==(const TextForm&) const = default;
};

/// Round the runs of a paragraph of rich text, and how those runs are written.
struct ParagraphForm {
  std::string open, close;
  TextForm text;
};

/// Ids that must be unique in the package, and references to them.
enum class IdKind {
  none,
  drawing,
  bookmark,
  bookmark_name,
  bookmark_reference,
  list,              ///< The list a paragraph counts in.
  link,              ///< A relationship whose target may hold tags.
  relation,          ///< Another relationship.
  element,           ///< Of an element, the same for all kinds: xml:id.
  element_reference, ///< To such an element.
  name,              ///< Of an object, as people see it: a table's, a frame's.
  superfluous,       ///< Left out in copies.
  footnote,          ///< A reference to one: each copy has a note of its own.
  endnote,
  comment,
  internal ///< Ours, never written.
};

enum class PartRole { text, plain };
struct PartToFill {
  std::string name;
  PartRole role = PartRole::text;
  std::vector<PlaceStep> place; ///< Empty for the body.
};

/// A place to fill in, as a format's own: a content control, a placeholder.
struct FieldShape {
  const language::FormField& field;
  std::string id;             ///< A number, unique in the package.
  bool is_prompt = false;     ///< What stands in it asks for a value.
  bool is_interactive = true; ///< The package is laid out only, for a PDF with fields: what the
                              ///< format cannot say is written for its reader alone.
};

/// Dots to write on.
struct LeaderShape {
  std::optional<Length> width; ///< None: to the end of the line, shared with others like it.
  bool shows = true;           ///< Else it takes the room only: in a cell of a table.
};

struct PictureShape {
  std::string relation; ///< As Additions gave it.
  std::string extension;
  std::shared_ptr<const std::string> bytes;
  std::string id; ///< Unique.
  std::string name, description;
  Length width, height;
  int crop_sides = 0, crop_ends = 0; ///< Cut off at left and right, top and bottom: 1/100,000.
};

/// A code of dark areas, drawn as paths: its quiet zone is within its size.
struct CodeShape {
  const codes::Symbol& symbol;
  bool is_linear = false; ///< As high as its box.
  Length width, height;
  std::string id; ///< Unique.
  std::string name, description;
};

/// What applying adds to a package beside the filled parts.
struct Additions {
  struct Picture {
    std::string part, relation; ///< The part that shows it and its name for it.
    std::string extension;      ///< "png"
    std::shared_ptr<const std::string> bytes;
  };
  struct Link {
    std::string part, relation, target;
  };
  struct Restart {
    std::string list, from; ///< The new list counts as `from` does, from its start.
  };
  /// Styles and lists that what is written refers to and the template lacks.
  struct Definition {
    enum class Kind {
      automatic_style, ///< Of one part.
      style,           ///< Of the document.
      list,            ///< How lists count.
      list_use,        ///< One list that counts so.
      note             ///< A foot- or endnote.
    } kind = Kind::style;
    std::string part; ///< Of an automatic style; of a note its kind.
    std::string name; ///< Within its kind and part no two have the same.
    std::string xml;
  };
  std::vector<Picture> pictures;
  std::vector<Link> links;
  std::vector<Restart> restarts;
  /// Of a note or comment that a loop refers to again.
  struct Copy {
    IdKind kind = IdKind::none;
    std::string from, to; ///< Ids.
  };
  std::vector<Definition> definitions;
  std::vector<Copy> copies;
  std::set<std::string> defined; ///< Names of those, as define() knows them.
  std::size_t lists = 0;         ///< Made so far, for list_name.
  int catchword_words = 0;
};
/// Adds a definition where there is none of that kind, part and name yet; whether it did.
bool define(Additions& additions, Additions::Definition definition);

/// What is to be said where a tag stands.
struct Remark {
  std::string tag;  ///< As written; empty or not found: at the beginning.
  std::string text; ///
};

/// Where the target of a link stands.
enum class LinkTargets { in_relations, in_place };

/// What the format knows of one package, read once; its own type.
using Facts = std::shared_ptr<const void>;

/// How rich text is written; every member is set.
struct RichMarkup {
  ParagraphForm (*paragraph)(const Facts& facts, const RichPlace& place,
                             const RichParagraph& shape);
  /// `form`, with what `marks` say in each of its runs.
  TextForm (*marked)(const Facts& facts, const RichPlace& place, const TextForm& form,
                     const rich::Marks& marks);
  ListForm (*list)(const Facts& facts, const RichPlace& place, const RichList& shape);
  std::string (*table_open)(const Facts& facts, const RichPlace& place, const RichTable& table);
  std::string (*row_open)(const RichRow& row);
  std::string (*cell_open)(const RichPlace& place, const RichCell& cell);
  std::string (*cell_close)(const RichCell& cell);
  std::string (*row_close)(const RichRow& row);
  std::string_view table_close;
  bool lists_hold_tables = true;
};

/// Filled in by a format's folder; every member is set. Thread-safe.
struct Markup {
  ElementKind (*kind)(pugi::xml_node node);
  /// The character that an ElementKind::character stands for.
  std::string_view (*character)(pugi::xml_node node);
  /// A paragraph that must stay although it is empty: it ends a section.
  bool (*keeps_place)(pugi::xml_node paragraph);
  /// What makes `to`, a new paragraph, look like `from`.
  void (*copy_format)(pugi::xml_node from, pugi::xml_node to);
  /// Of a paragraph cut in two, the first half: it ends no section.
  void (*give_up_place)(pugi::xml_node paragraph);
  IdKind (*id)(pugi::xml_node node, pugi::xml_attribute attribute);
  /// The part of a text or attribute of `holder` that is a bookmark's name, so that a copy can name
  /// its own; empty where there is none.
  std::string_view (*bookmark_named)(pugi::xml_node holder, std::string_view text);
  PlaceStep (*place_of_story)(pugi::xml_node story);

  /// A part's bytes: false where nothing can depend on data.
  bool (*may_hold_tags)(std::string_view bytes);
  /// Before tags are looked for: what the format's own placeholders mean is put as tags.
  void (*prepare)(const Facts& facts, pugi::xml_node root, FormMode form);
  /// After its tags were taken out: white space beside them is made to stay.
  void (*settle)(pugi::xml_node paragraph);
  /// After blocks were given their places: what may not stand where it came to stand is moved.
  void (*tidy)(pugi::xml_node root);

  std::string_view signatures; ///< The part with the document's signatures; empty: none is known.
  std::vector<PartToFill> (*parts)(const package::Package& package, const Limits& limits);
  Facts (*read_facts)(const package::Package& package, const Limits& limits);
  /// The list that a paragraph counts in, its own or its style's; "" for none.
  std::string (*list_of)(const Facts& facts, pugi::xml_node paragraph);
  /// Writes its style's list into the paragraph itself, so that id() finds it.
  void (*set_list)(pugi::xml_node paragraph, const std::string& list);
  /// The names of link relationships of a part whose targets hold tags, with the targets.
  std::map<std::string, std::string> (*link_templates)(const package::Package& package,
                                                       std::string_view part, const Limits& limits);

  /// `holder`: the run, or what else holds the text.
  TextForm (*text_form)(const Facts& facts, pugi::xml_node holder);
  std::string_view empty_paragraph;
  std::string_view paragraph_end, row_end, cell_end; ///< Their end tags.
  std::string_view heading_end, item_end;            ///< Empty where there are none.

  /// The blocks of a document that is included into the one of `facts`, made fit for it: styles by
  /// their names there, what it lacks added. What cannot be carried is taken out and named in
  /// `left_out`.
  pugi::xml_node (*adopt)(pugi::xml_node root, const package::Package& from, const Facts& facts,
                          Additions& additions, const Limits& limits,
                          std::vector<std::string>& left_out);

  /// The styles that an adopted document's blocks need beside the common ones, and their way into
  /// a written part; empty where styles are common.
  std::string (*carried_styles)(pugi::xml_node root);
  void (*add_styles)(std::string& xml, const std::string& styles);

  /// The cell property that one of docxtpl's cell tags sets; `operand` is the tag's expression.
  /// Attributes may be written with tags.
  void (*set_cell)(pugi::xml_node cell, language::CellTag::Kind kind, const std::string& operand);

  void (*picture)(const Facts& facts, const PictureShape& shape, std::string& out);
  void (*code)(const CodeShape& shape, const std::string& part, Additions& additions,
               std::string& out);
  /// Round the runs of a field, between runs. Null: the format's fields are not written (yet).
  void (*field_open)(const FieldShape& shape, const TextForm& form, std::string& out);
  void (*field_close)(const FieldShape& shape, const TextForm& form, std::string& out);
  /// Runs of dots, between runs.
  void (*leader)(const LeaderShape& shape, const TextForm& form, std::string& out);
  LinkTargets link_targets;
  /// A link's opening and closing round runs; takes the relationship or the target, escaped.
  std::string (*link_open)(const std::string& target);
  std::string_view link_close;
  /// What a part's own references mean.
  std::vector<package::Relationship> (*relations)(const package::Package& package,
                                                  std::string_view part, const Limits& limits);
  /// A name for a new relationship of a part, `number` from 1; `extension` of a picture's.
  std::string (*relation_name)(const package::Package& package, std::string_view part,
                               std::size_t number, std::string_view extension);
  RichMarkup rich;
  /// What repeating and merging cells leaves to do in a table: its columns, covered cells.
  void (*finish_table)(std::string& xml);
  /// What filling leaves to do in a part: styles that nothing uses.
  void (*finish_part)(std::string& xml);
  /// A copy with remarks beside the tags, as comments.
  package::Package (*annotated)(const package::Package& package, const std::vector<Remark>& remarks,
                                const Limits& limits);
  void (*add)(package::Package& package, const Additions& additions, const Facts& facts);
  /// In the start tag of a list, where lists are elements: its id, and the id of the list that it
  /// goes on from; none the first time.
  std::string (*list_goes_on)(const std::string& id, const std::string& from);
  /// Name of the list `number` (from 1) that restarts one.
  std::string (*list_name)(const Facts& facts, std::size_t number);
};

} // namespace saraban::fill
