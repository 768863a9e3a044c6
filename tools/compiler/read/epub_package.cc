#include "tools/compiler/read/epub_package.h"

#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "tools/compiler/markup/clean_text.h"
#include "tools/compiler/markup/document.h"
#include "tools/compiler/markup/page_blocks.h"
#include "tools/compiler/read/place.h"
#include "tools/compiler/read/xml.h"

namespace pith::compiler {
namespace {

constexpr char kContainer[] = "META-INF/container.xml", kEncryption[] = "META-INF/encryption.xml";

// META-INF/container.xml: where the package document is.
class ContainerHandler : public XmlHandler {
 public:
  void Start(absl::string_view name, const XmlAttributes& attributes) override {
    if (name == "rootfile" && path.empty()) path = std::string(attributes.Get("full-path"));
  }
  std::string path;
};

// META-INF/encryption.xml: whether more than fonts is encrypted.
class EncryptionHandler : public XmlHandler {
 public:
  void Start(absl::string_view name, const XmlAttributes& attributes) override {
    if (name != "EncryptionMethod") return;
    const absl::string_view method = attributes.Get("Algorithm");
    encrypted |= !absl::StrContains(method, "idpf.org") && !absl::StrContains(method, "ns.adobe.com/pdf/enc");
  }
  bool encrypted = false;
};

struct ManifestItem {
  std::string href, type;
  bool navigation = false;
};

// The package document.
class PackageHandler : public XmlHandler {
 public:
  void Start(absl::string_view name, const XmlAttributes& attributes) override {
    text_.clear();
    if (name == "item") {
      ManifestItem item;
      item.href = std::string(attributes.Get("href"));
      item.type = std::string(attributes.Get("media-type"));
      item.navigation = absl::StrContains(attributes.Get("properties"), "nav");
      const bool is_new = manifest.emplace(std::string(attributes.Get("id")), std::move(item)).second;
      if (!is_new && twice.empty()) twice = std::string(attributes.Get("id"));
    } else if (name == "spine") {
      toc = std::string(attributes.Get("toc"));
    } else if (name == "itemref") {
      spine.emplace_back(attributes.Get("idref"));
    }
  }
  void Text(absl::string_view text) override { text_.append(text.data(), text.size()); }
  void End(absl::string_view name) override {
    for (const auto& [field, value] : {std::pair(absl::string_view("title"), &package.title),
                                       std::pair(absl::string_view("language"), &package.language),
                                       std::pair(absl::string_view("creator"), &package.author),
                                       std::pair(absl::string_view("date"), &package.date)}) {
      if (name == field && value->empty()) *value = CleanLine(text_);
    }
  }

  EpubPackage package;
  std::map<std::string, ManifestItem> manifest;  // by id
  std::vector<std::string> spine;
  std::string toc, twice;

 private:
  std::string text_;
};

using ChapterTitles = absl::flat_hash_map<std::string, std::string>;  // of chapters, by path

// The table of contents of EPUB 2. Of several entries for one file, the first is its title.
class NcxHandler : public XmlHandler {
 public:
  NcxHandler(std::string folder, ChapterTitles* titles) : folder_(std::move(folder)), titles_(titles) {}

  void Start(absl::string_view name, const XmlAttributes& attributes) override {
    if (name == "text") label_.clear();
    if (name != "content") return;
    const absl::StatusOr<std::string> path = PathInArchive(folder_, attributes.Get("src"));
    if (path.ok()) titles_->emplace(*path, CleanLine(label_));
  }
  void Text(absl::string_view text) override { label_.append(text.data(), text.size()); }

 private:
  const std::string folder_;
  ChapterTitles* const titles_;
  std::string label_;
};

std::string FolderOfPath(absl::string_view path) {
  const size_t slash = path.rfind('/');
  return std::string(path.substr(0, slash == absl::string_view::npos ? 0 : slash + 1));
}

absl::Status ReadXml(ZipArchive* archive, const std::string& path, XmlHandler* handler) {
  const absl::StatusOr<std::string> xml = archive->Read(path);
  if (!xml.ok()) return xml.status();
  const absl::Status parsed = ParseXml(*xml, handler);
  return parsed.ok() ? parsed : Prefixed(path, parsed);
}

// The table of contents of EPUB 3.
absl::Status ReadNavigation(ZipArchive* archive, const std::string& path, ChapterTitles* titles) {
  const absl::StatusOr<std::string> html = archive->Read(path);
  if (!html.ok()) return html.status();
  const absl::StatusOr<Document> page = Document::Parse(*html, true);
  if (!page.ok()) return Prefixed(path, page.status());
  for (uint32_t i = 0; i < page->size(); ++i) {
    if (page->IsText(i) || (*page)[i].tag != GUMBO_TAG_A) continue;
    const absl::StatusOr<std::string> target = PathInArchive(FolderOfPath(path), page->Attribute(i, "href"));
    if (target.ok()) titles->emplace(*target, LineOf(*page, i));
  }
  return absl::OkStatus();
}

absl::Status CheckContainer(ZipArchive* archive) {
  const absl::StatusOr<std::string> type = archive->Read("mimetype");
  if (!type.ok()) return absl::InvalidArgumentError("no EPUB: the archive has no file \"mimetype\"");
  if (absl::StripAsciiWhitespace(*type) != "application/epub+zip") {
    return absl::InvalidArgumentError("no EPUB: its file \"mimetype\" says otherwise");
  }
  if (!archive->Has(kEncryption)) return absl::OkStatus();
  EncryptionHandler encryption;
  if (absl::Status status = ReadXml(archive, kEncryption, &encryption); !status.ok()) return status;
  return encryption.encrypted ? absl::InvalidArgumentError("the book is encrypted") : absl::OkStatus();
}

// How the tables of contents call the files.
absl::Status ReadTitles(ZipArchive* archive, const std::string& folder, const PackageHandler& opf,
                        ChapterTitles* titles) {
  for (const bool navigation : {true, false}) {
    for (const auto& [id, item] : opf.manifest) {
      if (navigation ? !item.navigation : item.navigation || opf.toc.empty() || id != opf.toc) continue;
      const absl::StatusOr<std::string> path = PathInArchive(folder, item.href);
      if (!path.ok()) return path.status();
      NcxHandler ncx(FolderOfPath(*path), titles);
      const absl::Status read = navigation ? ReadNavigation(archive, *path, titles) : ReadXml(archive, *path, &ncx);
      if (!read.ok()) return read;
    }
  }
  return absl::OkStatus();
}

// Puts the files of the spine into the package, and says in `titles` how the tables of contents call them.
absl::Status ResolveSpine(ZipArchive* archive, const std::string& folder, PackageHandler* opf, ChapterTitles* titles) {
  if (!opf->twice.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("the package has two files with the id \"", opf->twice, "\""));
  }
  if (absl::Status status = ReadTitles(archive, folder, *opf, titles); !status.ok()) return status;
  for (const std::string& id : opf->spine) {
    const auto it = opf->manifest.find(id);
    if (it == opf->manifest.end()) {
      return absl::InvalidArgumentError(absl::StrCat("the spine names \"", id, "\", which the manifest lacks"));
    }
    const bool text = absl::StrContains(it->second.type, "html") || absl::StrContains(it->second.type, "dtbook");
    if (it->second.navigation || !text) continue;
    absl::StatusOr<std::string> path = PathInArchive(folder, it->second.href);
    if (!path.ok()) return path.status();
    if (!archive->Has(*path)) {
      return absl::InvalidArgumentError(absl::StrCat("the chapter ", *path, " is not in the archive"));
    }
    opf->package.chapters.push_back({*std::move(path), ""});
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<EpubPackage> ReadEpubPackage(ZipArchive* archive) {
  if (absl::Status status = CheckContainer(archive); !status.ok()) return status;
  ContainerHandler container;
  if (absl::Status status = ReadXml(archive, kContainer, &container); !status.ok()) return status;
  const absl::StatusOr<std::string> path = PathInArchive("", container.path);
  if (!path.ok()) return path.status();
  PackageHandler opf;
  if (absl::Status status = ReadXml(archive, *path, &opf); !status.ok()) return status;
  ChapterTitles titles;
  if (absl::Status status = ResolveSpine(archive, FolderOfPath(*path), &opf, &titles); !status.ok()) return status;
  for (EpubChapter& chapter : opf.package.chapters) {
    const auto it = titles.find(chapter.path);
    if (it != titles.end()) chapter.title = it->second;
  }
  if (opf.package.chapters.empty()) return absl::InvalidArgumentError("a book without chapters");
  return std::move(opf.package);
}

}  // namespace pith::compiler
