// An analysis as text for people to read: CoNLL-U (universaldependencies.org/format.html).

#ifndef PITH_TOOLS_COMPILER_WRITE_CONLLU_WRITER_H_
#define PITH_TOOLS_COMPILER_WRITE_CONLLU_WRITER_H_

#include <string>

#include "tools/compiler/analysis.h"

namespace pith::compiler {

// The article's sentences in reading order. Columns: ID, FORM, LEMMA, UPOS, _, _, HEAD, DEPREL, _, MISC. Beside what
// the format knows (newdoc, newpar, sent_id, text; SpaceAfter=No):
//
//   MISC     Bytes=12:17 the token in the article's text; Name=B-person, Name=I-person; at the first token of each
//            Value=1000_people, Value=~1000_people, Value=2022-01-02, Value=P2W, and Entity=3:Ada_Verne, the entity
//            of a mention, named or not
//   # name   what the sentence holds, one a line: heading, importance, claim = speaker: words,
//            fact = subject | relation | object | value=.. | when=.. | where=.. | by=.. | not | planned
//
// Line breaks inside a sentence or token are written as spaces; no field is empty. Linear in what is written.
std::string WriteConllu(const Analysis& analysis);

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_CONLLU_WRITER_H_
