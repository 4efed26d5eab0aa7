// WordprocessingML's words for what fill works with.
#pragma once

namespace saraban::fill {
struct Markup;
}

namespace saraban::docx {

const fill::Markup& markup();

} // namespace saraban::docx
