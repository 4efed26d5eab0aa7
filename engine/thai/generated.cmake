# The word trie: libthai's words (Debian's libthai-data, listed by libdatrie's trietool) and our own lists.
find_program(SARABAN_TRIETOOL NAMES trietool-0.2 trietool REQUIRED)
find_program(SARABAN_PYTHON NAMES python3 REQUIRED)
find_path(SARABAN_LIBTHAI_DATA thbrk.tri PATHS /usr/share/libthai /usr/local/share/libthai REQUIRED)
set(thai_folder ${CMAKE_CURRENT_SOURCE_DIR}/thai)
set(word_trie ${CMAKE_CURRENT_BINARY_DIR}/thai/word_trie.cpp)
file(GLOB own_words CONFIGURE_DEPENDS ${thai_folder}/lists/*.txt)
set(dropped ${thai_folder}/lists/dropped.txt)
list(REMOVE_ITEM own_words ${dropped})
add_custom_command(
  OUTPUT ${word_trie}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/thai
  COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 ${SARABAN_TRIETOOL} -p ${SARABAN_LIBTHAI_DATA} thbrk list > ${word_trie}.words
  COMMAND ${SARABAN_PYTHON} ${thai_folder}/make_trie.py ${word_trie} ${dropped} ${own_words} < ${word_trie}.words
  DEPENDS ${thai_folder}/make_trie.py ${dropped} ${own_words} ${SARABAN_LIBTHAI_DATA}/thbrk.tri
  COMMENT "Thai word trie"
  VERBATIM)
target_sources(saraban_thai PRIVATE ${word_trie})
