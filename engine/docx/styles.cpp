// Reads styles and resolves what each inherits.
#include "docx/styles.h"

#include "docx/part/elements.h"

#include <algorithm>

namespace saraban::docx {
namespace {

StyleIndex find(const std::map<std::string, StyleIndex, std::less<>>& by_id, std::string_view id) {
  const auto found = id.empty() ? by_id.end() : by_id.find(id);
  return found == by_id.end() ? no_style : found->second;
}

struct Source {
  pugi::xml_node element;
  std::map<std::string, StyleIndex, std::less<>>* kind = nullptr;
  StyleIndex base = no_style;
  bool done = false;
};

class Reader {
public:
  Reader(Styles& styles, const Theme& theme) : styles_(styles), theme_(theme) {}

  void list(pugi::xml_node root) {
    for (const auto& element : root.children("w:style")) {
      auto* kind = kind_of(attribute(element, "w:type"));
      if (kind == nullptr) continue;
      const auto index = static_cast<StyleIndex>(styles_.all.size());
      Style style;
      style.name = value(element.child("w:name"));
      // A style without an identifier goes by its name.
      const auto written = attribute(element, "w:styleId");
      const std::string id = written.empty() ? style.name : std::string(written);
      style.id = id;
      style.link = value(element.child("w:link"));
      styles_.all.push_back(std::move(style));
      sources_.push_back({element, kind, no_style, false});
      (*kind)[id] = index;
      if (on_off_text(attribute(element, "w:default"), false)) note_standard(*kind, index);
    }
  }

  void resolve_all() {
    for (std::size_t i = 0; i < sources_.size(); ++i)
      sources_[i].base = find(*sources_[i].kind, value(sources_[i].element.child("w:basedOn")));
    for (std::size_t i = 0; i < sources_.size(); ++i) resolve(static_cast<StyleIndex>(i));
  }

private:
  std::map<std::string, StyleIndex, std::less<>>* kind_of(std::string_view type) {
    if (type == "paragraph") return &styles_.paragraphs;
    if (type == "character") return &styles_.characters;
    if (type == "table") return &styles_.tables;
    return nullptr;
  }

  void note_standard(const std::map<std::string, StyleIndex, std::less<>>& kind, StyleIndex index) {
    if (&kind == &styles_.paragraphs) styles_.standard_paragraph = index;
    if (&kind == &styles_.tables) styles_.standard_table = index;
  }

  /// From the style down to its oldest ancestor; a cycle ends the chain. Long chains are no chains.
  std::vector<StyleIndex> chain_of(StyleIndex index) const {
    constexpr std::size_t longest = 64;
    std::vector<StyleIndex> chain;
    while (index != no_style && chain.size() < longest &&
           std::find(chain.begin(), chain.end(), index) == chain.end()) {
      chain.push_back(index);
      index = sources_[static_cast<std::size_t>(index)].base;
    }
    std::reverse(chain.begin(), chain.end());
    return chain;
  }

  void read_own(StyleIndex index) {
    auto& source = sources_[static_cast<std::size_t>(index)];
    if (source.done) return;
    source.done = true;
    auto& style = styles_.all[static_cast<std::size_t>(index)];
    style.own = read_paragraph_properties(source.element.child("w:pPr"), theme_);
    own_runs_[index] = read_run_properties(source.element.child("w:rPr"), theme_);
  }

  void resolve(StyleIndex index) {
    const auto chain = chain_of(index);
    RunProperties run;
    ParagraphProperties paragraph;
    for (const auto member : chain) {
      read_own(member);
      overlay(run, own_runs_[member]);
      overlay(paragraph, styles_.all[static_cast<std::size_t>(member)].own);
    }
    auto& style = styles_.all[static_cast<std::size_t>(index)];
    style.numbering = paragraph.numbering;
    style.run = std::move(run), style.paragraph = std::move(paragraph);
    if (sources_[static_cast<std::size_t>(index)].kind == &styles_.tables) {
      auto table = std::make_shared<TableStyle>();
      for (const auto member : chain)
        overlay(*table,
                read_table_style(sources_[static_cast<std::size_t>(member)].element, theme_));
      style.table = std::move(table);
    }
    style.chain = chain;
  }

  Styles& styles_;
  const Theme& theme_;
  std::vector<Source> sources_;
  std::map<StyleIndex, RunProperties> own_runs_;
};

} // namespace

StyleIndex Styles::paragraph(std::string_view id) const {
  return find(paragraphs, id);
}
StyleIndex Styles::character(std::string_view id) const {
  return find(characters, id);
}
StyleIndex Styles::table(std::string_view id) const {
  return find(tables, id);
}

Styles read_styles(pugi::xml_node root, const Theme& theme) {
  Styles styles;
  const auto defaults = root.child("w:docDefaults");
  styles.default_run = read_run_properties(defaults.child("w:rPrDefault").child("w:rPr"), theme);
  styles.default_paragraph =
      read_paragraph_properties(defaults.child("w:pPrDefault").child("w:pPr"), theme);
  Reader reader(styles, theme);
  reader.list(root);
  reader.resolve_all();
  return styles;
}

} // namespace saraban::docx
