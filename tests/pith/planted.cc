// Faults at articles that ask for one: "fault: abort." The linker leads every call of FindEntities here (--wrap), so
// the program that ships knows nothing of this.

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "engine/language/language.h"
#include "tools/compiler/analysis.h"

namespace pith::compiler {

void RealFindEntities(Analysis* analysis, const Language& language) asm(
    "__real__ZN4pith8compiler12FindEntitiesEPNS0_8AnalysisERKNS_8LanguageE");
void PlantedFindEntities(Analysis* analysis, const Language& language) asm(
    "__wrap__ZN4pith8compiler12FindEntitiesEPNS0_8AnalysisERKNS_8LanguageE");

void PlantedFindEntities(Analysis* analysis, const Language& language) {
  absl::string_view fault = analysis->article.text;
  if (!absl::ConsumePrefix(&fault, "fault: ")) return RealFindEntities(analysis, language);
  fault = fault.substr(0, fault.find('.'));
  if (fault == "exception") throw std::runtime_error("planted");
  if (fault == "abort") std::abort();
  if (fault == "segfault") {
    std::signal(SIGSEGV, SIG_DFL);  // a sanitizer must not get it first
    std::raise(SIGSEGV);
  }
  for (std::vector<std::vector<char>> eaten; fault == "memory";) eaten.emplace_back(1 << 24);
  for (volatile bool looping = fault == "loop"; looping;) continue;
}

}  // namespace pith::compiler
