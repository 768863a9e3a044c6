#include "tools/compiler/transitions.h"

#include <algorithm>
#include <utility>

namespace pith::compiler {
namespace {

// A word at one place around the parser's position, with what templates read of it.
struct Place {
  Feature w = 0, t = 0, f = 0, m = 0, c = 0;  // word, tag, fine, mid and coarse cluster
  Feature rel = 255;
};

}  // namespace

bool ParseState::Can(Move move) const {
  switch (move) {
    case Move::kShift:
      return next_ < size();
    case Move::kLeft:
      return next_ < size() ? depth() > 0 : depth() == 1;
    case Move::kRight:
      return depth() > 1;
  }
  return false;
}

void ParseState::Do(Step step) {
  if (step.move == Move::kShift) {
    stack_.push_back(next_++);
    return;
  }
  const int child = stack_.back();
  stack_.pop_back();
  Node& node = nodes_[static_cast<size_t>(child)];
  if (step.move == Move::kLeft && next_ == size()) {
    node.rel = Rel::kRoot;
    return;
  }
  node.rel = step.rel;
  node.head = step.move == Move::kLeft ? next_ : stack_.back();
  Node& head = nodes_[static_cast<size_t>(node.head)];
  int* side = step.move == Move::kLeft ? head.left : head.right;
  side[1] = side[0];
  side[0] = child;
  ++(step.move == Move::kLeft ? head.lefts : head.rights);
}

void StepFeatures(const SentenceView& view, const std::vector<uint8_t>& tags, const ParseState& state,
                  FeatureList* out) {
  static const ParseState::Node kNobody;
  const auto place = [&](int word) {
    Place p;
    if (word < 0 || word >= state.size()) {
      p.t = word < 0 ? 254 : 253;
      return p;
    }
    const WordView& seen = view.words[static_cast<size_t>(word)];
    p.w = seen.lower;
    p.t = tags[static_cast<size_t>(word)];
    p.f = seen.fine;
    p.m = seen.mid;
    p.c = seen.coarse;
    const ParseState::Node& node = state.node(word);
    if (node.head >= 0) p.rel = static_cast<Feature>(node.rel);
    return p;
  };
  const auto node = [&](int word) -> const ParseState::Node& {
    return word < 0 || word >= state.size() ? kNobody : state.node(word);
  };
  const auto close = [](int distance) { return static_cast<Feature>(distance < 5 ? distance : distance < 10 ? 5 : 6); };
  const int at_s0 = state.top(0), at_s1 = state.top(1), at_s2 = state.top(2), at_b0 = state.next();
  const ParseState::Node &ns0 = node(at_s0), &ns1 = node(at_s1), &nb0 = node(at_b0);
  const Place s0 = place(at_s0), s1 = place(at_s1), s2 = place(at_s2);
  const Place b0 = place(at_b0), b1 = place(at_b0 + 1), b2 = place(at_b0 + 2), b3 = place(at_b0 + 3);
  const Place s0l = place(ns0.left[0]), s0l2 = place(ns0.left[1]), s0r = place(ns0.right[0]),
              s0r2 = place(ns0.right[1]);
  const Place s1l = place(ns1.left[0]), s1l2 = place(ns1.left[1]), s1r = place(ns1.right[0]),
              s1r2 = place(ns1.right[1]);
  const Place b0l = place(nb0.left[0]), b0l2 = place(nb0.left[1]);
  const Feature d10 = close(at_s0 - at_s1), d0b = close(at_b0 - at_s0);
  const Feature v0 = static_cast<Feature>(std::min(ns0.lefts, 4) * 8 + std::min(ns0.rights, 4));
  const Feature v1 = static_cast<Feature>(std::min(ns1.lefts, 4) * 8 + std::min(ns1.rights, 4));
  const Feature vb = static_cast<Feature>(std::min(nb0.lefts, 4));

  out->Clear();
  out->Add();
  // Single words.
  for (const Place* p : {&s0, &s1, &b0}) {
    out->Add(p->w);
    out->Add(p->t);
    out->Add(p->w, p->t);
    out->Add(p->f, p->t);
    out->Add(p->m, p->t);
  }
  out->Add(b1.w, b1.t);
  out->Add(b1.t);
  out->Add(b1.m, b1.t);
  out->Add(b2.w, b2.t);
  out->Add(b2.t);
  out->Add(s2.w, s2.t);
  out->Add(s2.t);
  // Pairs that a step may join, and their neighbours.
  const std::pair<const Place*, const Place*> pairs[] = {{&s0, &b0}, {&s1, &s0}};
  for (const auto& [a, b] : pairs) {
    out->Add(a->w, a->t, b->w, b->t);
    out->Add(a->w, b->w);
    out->Add(a->w, a->t, b->t);
    out->Add(a->t, b->w, b->t);
    out->Add(a->t, b->t);
    out->Add(a->w, b->m, b->t);
    out->Add(a->m, a->t, b->w);
    out->Add(a->f, b->f);
    out->Add(a->m, a->t, b->m, b->t);
    out->Add(a->c, a->t, b->c, b->t);
  }
  out->Add(b0.t, b1.t);
  out->Add(b0.w, b1.t);
  out->Add(b0.t, b1.w);
  out->Add(b0.w, b1.w);
  out->Add(s1.t, b0.t);
  out->Add(s1.w, b0.t);
  out->Add(s1.t, b0.w);
  out->Add(s1.w, b0.w);
  // Threes.
  out->Add(s0.t, b0.t, b1.t);
  out->Add(s0.w, b0.t, b1.t);
  out->Add(s0.t, b0.w, b1.t);
  out->Add(b0.t, b1.t, b2.t);
  out->Add(b1.t, b2.t, b3.t, s0.t);
  out->Add(s1.t, s0.t, b0.t);
  out->Add(s1.w, s0.t, b0.t);
  out->Add(s1.t, s0.w, b0.t);
  out->Add(s1.t, s0.t, b0.w);
  out->Add(s1.t, s0.t, b0.t, b1.t);
  out->Add(s1.c, s0.c, b0.c);
  out->Add(s2.t, s1.t, s0.t);
  out->Add(s2.t, s1.t, s0.t, b0.t);
  out->Add(s0.t, s0l.t, b0.t);
  out->Add(s0.t, s0r.t, b0.t);
  out->Add(s0.t, b0.t, b0l.t);
  out->Add(s1.t, s1r.t, s0.t);
  out->Add(s1.t, s1l.t, s0.t);
  out->Add(s1.t, s0.t, s0l.t);
  out->Add(s1.t, s0.t, s0r.t);
  out->Add(s1.t, s1r.t, b0.t, s0.t);
  // Distances and numbers of dependents.
  out->Add(s0.t, b0.t, d0b);
  out->Add(s0.w, d0b);
  out->Add(b0.w, d0b);
  out->Add(s1.t, s0.t, d10);
  out->Add(s1.w, d10);
  out->Add(s0.w, d10);
  out->Add(s0.w, v0);
  out->Add(s0.t, v0, b0.t);
  out->Add(s1.w, v1);
  out->Add(s1.t, v1, s0.t);
  out->Add(b0.w, vb);
  out->Add(b0.t, vb, s0.t);
  // The dependents and how they hang.
  for (const Place* p : {&s0l, &s0r, &s0l2, &s0r2}) {
    out->Add(s0.t, p->t, p->rel);
    out->Add(s0.w, p->rel);
    out->Add(p->w, p->t, s0.t);
  }
  for (const Place* p : {&s1l, &s1r, &s1l2, &s1r2}) {
    out->Add(s1.t, p->t, p->rel);
    out->Add(s1.w, p->rel);
    out->Add(p->w, p->t, s1.t);
  }
  for (const Place* p : {&b0l, &b0l2}) {
    out->Add(b0.t, p->t, p->rel);
    out->Add(b0.w, p->rel);
    out->Add(p->w, p->t, b0.t);
  }
  out->Add(s0.t, s0l.rel, s0l2.rel, s0r.rel, s0r2.rel);
  out->Add(s1.t, s1l.rel, s1r.rel, s1r2.rel, s0.t);
  out->Add(s0.t, s0l.rel, s0r.rel, b0.t, b0l.rel);
  out->Add(b0.t, b0l.rel, b0l2.rel, s0.t);
  // Where a phrase with a preposition or a clause with a conjunction belongs.
  out->Add(s1.w, s0l.w, s0l.rel);
  out->Add(s1.f, s1.t, s0l.w);
  out->Add(s1.m, s0l.w, s0.m);
  out->Add(s1.t, s0l.w, s0.t);
  out->Add(s1.t, s0l.w, s0.w);
  out->Add(s0.w, b0l.w, b0.t);
  out->Add(s1.t, s1r.rel, s0.t, s0l.rel);
  out->Add(s1.w, s1r.rel, s0.t);
  out->Add(s1.t, s1r.w, s0.t, s0l.w);
  out->Add(s2.t, s1.t, s0l.w, s0.t);
  // The end of the text is in sight.
  out->Add(b0.t, b1.t, static_cast<Feature>(std::min(state.depth(), 4)), s0.t);
}

}  // namespace pith::compiler
