#include <algorithm>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "tools/compiler/corrections/apply.h"
#include "tools/compiler/corrections/corrector.h"
#include "tools/compiler/nearest.h"

namespace pith::compiler {
namespace {

constexpr int kNobody = -1;

class EntityCorrector : Corrector {
 public:
  using Corrector::Corrector;

  // Splits come first, so that a name is whole when it is merged, and further names last, when names are final. Every
  // correction may use any name that the entity had before or has now.
  void Run() {
    for (const EntitySplit& split : corrections_.splits) Do(split, &EntityCorrector::Split);
    for (const EntityMerge& merge : corrections_.merges) Do(merge, &EntityCorrector::Merge);
    for (const EntityRename& rename : corrections_.renames) Do(rename, &EntityCorrector::Rename);
    for (const EntityRetype& retype : corrections_.retypes) Do(retype, &EntityCorrector::Retype);
    for (const EntityAliases& aliases : corrections_.aliases) Do(aliases, &EntityCorrector::AddAliases);
    DropForgotten();
  }

 private:
  template <typename T>
  void Do(const T& correction, void (EntityCorrector::*action)(const T&)) {
    if (IsMeant(correction)) (this->*action)(correction);
  }

  Entity& At(int entity) { return analysis_.entities[static_cast<size_t>(entity)]; }

  // The entity of that name, or if there is none the only one with that alias; kNobody with a warning.
  int Find(const Correction& correction, const std::string& name) {
    const std::vector<std::string> words = Words(name);
    std::vector<int> named, called;
    for (size_t e = 0; e < analysis_.entities.size(); ++e) {
      const Entity& entity = analysis_.entities[e];
      const auto same = [&](const std::string& form) { return Words(form) == words; };
      if (same(entity.name)) named.push_back(static_cast<int>(e));
      if (std::any_of(entity.aliases.begin(), entity.aliases.end(), same)) called.push_back(static_cast<int>(e));
    }
    const std::vector<int>& found = named.empty() ? called : named;
    if (found.size() == 1) return found[0];
    Warn(correction, found.empty() ? absl::StrCat("no entity is called \"", name, "\"", NearestName(name))
                                   : absl::StrCat(found.size(), " entities are called \"", name, "\""));
    return kNobody;
  }

  std::string NearestName(const std::string& name) const {
    std::vector<std::string> names;
    for (const Entity& entity : analysis_.entities) {
      names.push_back(entity.name);
      names.insert(names.end(), entity.aliases.begin(), entity.aliases.end());
    }
    return DidYouMean(name, names);
  }

  void AddAlias(const std::string& alias, int entity) {
    std::vector<std::string>& aliases = At(entity).aliases;
    const bool known = alias == At(entity).name || std::find(aliases.begin(), aliases.end(), alias) != aliases.end();
    if (!known) aliases.push_back(alias);
  }

  // Whether a mention has a word of the span.
  bool IsTaken(const Span& span) const {
    return std::any_of(analysis_.mentions.begin(), analysis_.mentions.end(),
                       [&](const Mention& mention) { return Overlap(mention.span, span); });
  }

  // Words of the text that were not seen as a name become mentions. False if there are none.
  bool AddMentions(const std::string& words, int entity) {
    bool any = false;
    for (const Span& span : quotations_.Find(words)) {
      if (IsTaken(span)) continue;
      analysis_.mentions.push_back({span, static_cast<uint32_t>(entity), true});
      any = true;
    }
    const auto before = [](const Mention& a, const Mention& b) {
      return std::make_pair(a.span.sentence, a.span.first) < std::make_pair(b.span.sentence, b.span.first);
    };
    std::stable_sort(analysis_.mentions.begin(), analysis_.mentions.end(), before);
    return any;
  }

  void Split(const EntitySplit& split) {
    const int from = Find(split, split.name);
    if (from == kNobody) return;
    std::vector<size_t> moved;
    for (const std::string& quote : split.quotes) {
      const std::vector<Span> places = quotations_.Find(quote);
      if (places.empty()) return WarnNoQuote(split, quote);
      for (size_t m = 0; m < analysis_.mentions.size(); ++m) {
        const Mention& mention = analysis_.mentions[m];
        const auto holds = [&](const Span& place) { return Overlap(place, mention.span); };
        const bool here = mention.entity == static_cast<uint32_t>(from);
        if (here && std::any_of(places.begin(), places.end(), holds)) moved.push_back(m);
      }
    }
    if (moved.empty()) return Warn(split, absl::StrCat("\"", split.name, "\" is not within the quotes"));
    Entity entity;
    entity.name = split.as;
    entity.type = split.type == NameType::kNone ? At(from).type : split.type;
    analysis_.entities.push_back(std::move(entity));
    const int to = static_cast<int>(analysis_.entities.size()) - 1;
    AddAlias(split.name, to);
    for (const size_t m : moved) analysis_.mentions[m].entity = static_cast<uint32_t>(to);
  }

  void Merge(const EntityMerge& merge) {
    const int to = Find(merge, merge.names[0]);
    if (to == kNobody) return;
    for (size_t n = 1; n < merge.names.size(); ++n) {
      const std::string& name = merge.names[n];
      const std::vector<std::string> words = Words(name);
      const bool known = std::any_of(analysis_.entities.begin(), analysis_.entities.end(),
                                     [&](const Entity& entity) { return IsCalled(entity, words); });
      if (!known && AddMentions(name, to)) {
        AddAlias(name, to);
        continue;
      }
      const int from = Find(merge, name);
      if (from != kNobody && from != to) Move(from, to);
    }
    const std::string old = At(to).name;
    Call(merge.names[0], to);
    AddAlias(old, to);
  }

  void Move(int from, int to) {
    for (Mention& mention : analysis_.mentions) {
      if (mention.entity == static_cast<uint32_t>(from)) mention.entity = static_cast<uint32_t>(to);
    }
    const Entity gone = std::exchange(At(from), Entity());
    AddAlias(gone.name, to);
    for (const std::string& alias : gone.aliases) AddAlias(alias, to);
  }

  void Call(const std::string& name, int entity) {
    std::vector<std::string>& aliases = At(entity).aliases;
    aliases.erase(std::remove(aliases.begin(), aliases.end(), name), aliases.end());
    At(entity).name = name;
  }

  void Rename(const EntityRename& rename) {
    const int entity = Find(rename, rename.name);
    if (entity == kNobody || IsTold(rename, entity, &renamed_)) return;
    const std::string old = At(entity).name;
    Call(rename.to, entity);
    AddAlias(old, entity);
  }

  void Retype(const EntityRetype& retype) {
    const int entity = Find(retype, retype.name);
    if (entity == kNobody || IsTold(retype, entity, &retyped_)) return;
    At(entity).type = retype.type;
    for (const Mention& mention : analysis_.mentions) {
      if (mention.entity != static_cast<uint32_t>(entity)) continue;
      std::vector<Token>& tokens = analysis_.sentences[mention.span.sentence].tokens;
      for (uint32_t t = mention.span.first; t < mention.span.last; ++t) {
        if (tokens[t].name != NameType::kNone) tokens[t].name = retype.type;
      }
    }
  }

  void AddAliases(const EntityAliases& aliases) {
    const int entity = Find(aliases, aliases.name);
    if (entity == kNobody) return;
    for (const std::string& alias : aliases.also) {
      AddMentions(alias, entity);
      AddAlias(alias, entity);
      At(entity).also.push_back(alias);
    }
  }

  // Whether an earlier correction of that sort says something else of the entity.
  bool IsTold(const Correction& correction, int entity, absl::flat_hash_map<int, uint32_t>* lines) {
    const auto [line, is_new] = lines->try_emplace(entity, correction.line);
    if (!is_new) {
      Warn(correction, absl::StrCat("contradicts line ", line->second, " about \"", At(entity).name, "\""));
    }
    return !is_new;
  }

  // Entities without a mention are gone; the numbers of the others close up.
  void DropForgotten() {
    std::vector<char> mentioned(analysis_.entities.size());
    for (const Mention& mention : analysis_.mentions) mentioned[mention.entity] = 1;
    std::vector<uint32_t> numbers(analysis_.entities.size());
    std::vector<Entity> kept;
    for (size_t e = 0; e < analysis_.entities.size(); ++e) {
      numbers[e] = static_cast<uint32_t>(kept.size());
      if (mentioned[e] != 0) kept.push_back(std::move(analysis_.entities[e]));
    }
    for (Mention& mention : analysis_.mentions) mention.entity = numbers[mention.entity];
    analysis_.entities = std::move(kept);
  }

  absl::flat_hash_map<int, uint32_t> renamed_, retyped_;  // the line that said so
};

}  // namespace

void CorrectEntities(Analysis* analysis, const Language& language) {
  if (analysis->article.corrections != nullptr) EntityCorrector(analysis, language).Run();
}

}  // namespace pith::compiler
