// OpenDocument text's words for what fill works with.
#pragma once

namespace saraban::fill {
struct Markup;
}

namespace saraban::odt {

const fill::Markup& markup();

} // namespace saraban::odt
