// Writes the records of engine/format/records.h: each function mirrors its record's Load, field for field.

#ifndef PITH_TOOLS_COMPILER_WRITE_RECORDS_H_
#define PITH_TOOLS_COMPILER_WRITE_RECORDS_H_

#include "engine/format/records.h"
#include "engine/index/lookup_places.h"
#include "tools/compiler/byte_writer.h"

namespace pith::compiler {

inline void Append(const SectionRecord& r, ByteWriter* out) {
  out->U32(r.name).U32(r.crc32).U64(r.offset).U64(r.size).U32(r.flags).U32(0);
}

inline void Append(const MetaRecord& r, ByteWriter* out) {
  out->Raw(AsChars(r.language_hash)).U64(r.sentences).U64(r.words).U64(r.facts).U32(r.articles);
  out->U16(r.threshold).U16(r.contents);
}

inline void Append(const DirectoryRecord& r, ByteWriter* out) { out->U64(r.offset).U32(r.size).U32(r.reserved); }

inline void Append(const StringRecord& r, ByteWriter* out) { out->U32(r.offset).U32(r.size); }

inline void Append(const HeadRecord& r, ByteWriter* out) {
  out->U32(r.id).U32(r.title).U32(r.date).U32(r.url).U32(r.lang).U32(r.words);
}

inline void Append(const SentenceRecord& r, ByteWriter* out) {
  out->U32(r.begin).U32(r.end).U32(r.token_codes).U32(r.candidate_codes).U16(r.importance).U8(r.flags).U8(r.words);
  out->U8(r.tokens).U8(r.candidates);
}

inline void Append(const TermRecord& r, ByteWriter* out) { out->U32(r.key).U32(r.first_posting); }

inline void Append(const PostingRecord& r, ByteWriter* out) {
  out->U8(r.weight()).U8(static_cast<uint8_t>(r.sentence())).U16(static_cast<uint16_t>(r.sentence() >> 8));
}

inline void Append(const ValueRecord& r, ByteWriter* out) {
  out->U8(r.kind).U8(r.hedge).U8(r.scale).U8(r.ranged).U32(r.string).U64(r.mantissa);
}

inline void Append(const EntityRecord& r, ByteWriter* out) {
  out->U32(r.name).U32(r.first_alias).U32(r.first_mention).U8(r.type).U8(r.reserved_byte).U16(r.reserved);
}

inline void Append(const NumberRecord& r, ByteWriter* out) { out->U32(r.number); }

inline void Append(const MentionRecord& r, ByteWriter* out) { out->U32(r.sentence).U32(r.begin).U32(r.end); }

inline void Append(const ClaimRecord& r, ByteWriter* out) { out->U32(r.begin).U32(r.end).U32(r.speaker); }

inline void Append(const FactRecord& r, ByteWriter* out) {
  out->U32(r.sentence).U32(r.begin).U32(r.end).U32(r.subject).U32(r.relation).U32(r.object);
  out->U32(r.where).U32(r.attribution).U32(r.value).U32(r.when).U32(r.subject_entity).U32(r.object_entity);
  out->U16(r.confidence).U16(r.importance).U16(r.words).U8(r.negated).U8(r.modality).U8(r.source).U8(r.reserved);
}

inline void Append(const TitleRecord& r, ByteWriter* out) { out->U32(r.article).U32(r.alias); }

inline void Append(const LookupRecord& r, ByteWriter* out) { out->U32(r.key).U32(r.fact); }

inline void Append(const EventRecord& r, ByteWriter* out) { out->U32(r.date).U32(r.sentence).U32(r.begin).U32(r.end); }

inline void Append(const TellingRecord& r, ByteWriter* out) {
  out->U32(r.event).U32(r.text).U8(r.negated).U8(r.modality);
}

inline void Append(const SuggestionRecord& r, ByteWriter* out) {
  out->U32(r.first_byte).U32(r.sentence).U32(r.begin).U32(r.end);
}

inline void Append(const PropertyRecord& r, ByteWriter* out) { out->U8(r.kind).U32(r.string); }

inline void Append(const ReplyRecord& r, ByteWriter* out) {
  out->U32(r.text).U32(r.sentence).U32(r.begin).U32(r.end).U8(r.kind);
}

inline void Append(const WordingRecord& r, ByteWriter* out) { out->U64(r.key).U32(r.question).U32(r.reply); }

inline void Append(const OutlineRecord& r, ByteWriter* out) { out->U32(r.sentence).U8(r.level).U32(r.anchor); }

inline void Append(const WordingPlaceRecord& r, ByteWriter* out) { out->U64(r.key).U32(r.article); }

inline void Append(const LookupPlaceRecord& r, ByteWriter* out) { out->U32(r.prefix).U32(r.article); }

}  // namespace pith::compiler

#endif  // PITH_TOOLS_COMPILER_WRITE_RECORDS_H_
