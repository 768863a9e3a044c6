# Finds the libraries of the tools and the tests. The engine needs none, so what is missing only leaves a part out.

# pith_part(NAME WHAT PACKAGES LIBRARY...): WHAT needs each LIBRARY, which Debian's PACKAGES hold. If one was not found,
# NAME becomes OFF where it is AUTO; where it is ON, that is an error.
function(pith_part name what packages)
  set(missing)
  foreach(library IN LISTS ARGN)
    if(NOT ${library}_FOUND)
      list(APPEND missing ${library})
    endif()
  endforeach()
  if(NOT missing)
    return()
  endif()
  list(JOIN missing ", " missing)
  set(remedy "To build ${what}, install what is missing (on Debian: apt-get install ${packages}) and configure again.")
  if(NOT ${name} STREQUAL "AUTO")
    message(FATAL_ERROR "Not found: ${missing}. ${remedy} Or leave it out with -D${name}=OFF.")
  endif()
  message(NOTICE "Pith is built without ${what}: ${missing} not found. ${remedy}")
  set(${name} OFF PARENT_SCOPE)
endfunction()

# pith_find(NAME HEADER LIBRARY): sets NAME_FOUND, and in upper case NAME_INCLUDE_DIR and NAME_LIBRARY, for a library that
# has no package file for CMake.
function(pith_find name header library)
  string(TOUPPER ${name} upper)
  find_path(${upper}_INCLUDE_DIR ${header})
  find_library(${upper}_LIBRARY ${library})
  mark_as_advanced(${upper}_INCLUDE_DIR ${upper}_LIBRARY)
  if(${upper}_INCLUDE_DIR AND ${upper}_LIBRARY)
    set(${name}_FOUND TRUE PARENT_SCOPE)
  endif()
endfunction()

if(PITH_BUILD_TOOLS)
  find_package(absl QUIET)
  find_package(nlohmann_json QUIET)
  find_package(CLI11 QUIET)
  pith_find(utf8proc utf8proc.h utf8proc)
  pith_find(edit editline/readline.h edit)
  pith_find(sodium sodium.h sodium)
  find_package(yaml-cpp QUIET)
  find_path(TOML_INCLUDE_DIR toml++/toml.h)
  mark_as_advanced(TOML_INCLUDE_DIR)
  if(TOML_INCLUDE_DIR)
    set(tomlplusplus_FOUND TRUE)
  endif()
  # What reads the formats of articles.
  pith_find(gumbo gumbo.h gumbo)
  pith_find(cmark_gfm cmark-gfm.h cmark-gfm)
  pith_find(cmark_gfm_extensions cmark-gfm-core-extensions.h cmark-gfm-extensions)
  pith_find(zip zip.h zip)
  pith_find(zim zim/archive.h zim)
  pith_find(expat expat.h expat)
  pith_find(uchardet uchardet/uchardet.h uchardet)
  pith_part(PITH_BUILD_TOOLS "the pith command"
            "libabsl-dev nlohmann-json3-dev libcli11-dev libutf8proc-dev libedit-dev libsodium-dev libtomlplusplus-dev libgumbo-dev \
libcmark-gfm-dev libcmark-gfm-extensions-dev libzip-dev libzim-dev libexpat1-dev libuchardet-dev \
libyaml-cpp-dev"
            absl nlohmann_json CLI11 utf8proc edit sodium tomlplusplus gumbo cmark_gfm cmark_gfm_extensions
            zip zim expat uchardet yaml-cpp)
endif()
# On other processors the tests build GoogleTest from its source.
if(PITH_BUILD_TESTS AND NOT CMAKE_CROSSCOMPILING)
  find_package(GTest QUIET)
  pith_part(PITH_BUILD_TESTS "the tests" "libgtest-dev" GTest)
endif()
if(PITH_BUILD_BENCH)
  find_package(benchmark QUIET)
  find_package(SQLite3 QUIET)
  pith_part(PITH_BUILD_BENCH "the benchmarks" "libbenchmark-dev libsqlite3-dev" benchmark SQLite3)
endif()
