# Debian packages by `cpack -G DEB`, a component of the installation each: the library, its headers, the command, and the
# data that the command needs for English. tools/package/build.sh makes them.
set(CPACK_PACKAGE_NAME pith)
set(CPACK_PACKAGE_VENDOR Pith)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_PACKAGE_CONTACT "Pith maintainers <maintainers@pith.invalid>" CACHE STRING "Who maintains the packages: NAME <ADDRESS>")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/tools/package/documents.cmake)
set(CPACK_PITH_SOURCE ${PROJECT_SOURCE_DIR})
set(CPACK_PACKAGE_FILE_NAME pith_${PROJECT_VERSION})
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

# pith_package(COMPONENT NAME SECTION SUMMARY DESCRIPTION [ARCHITECTURE all] [DEPENDS packages] [SHLIBDEPS])
macro(pith_package component name section summary description)
  cmake_parse_arguments(package "SHLIBDEPS" "ARCHITECTURE;DEPENDS" "" ${ARGN})
  string(TOUPPER ${component} upper)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS ${package_DEPENDS})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SHLIBDEPS ${package_SHLIBDEPS})
  set(CPACK_DEBIAN_${upper}_DESCRIPTION "${summary}\n${description}")
  if(package_ARCHITECTURE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_ARCHITECTURE ${package_ARCHITECTURE})
  endif()
endmacro()

set(about "Pith compiles articles ahead of time into one index file, and answers
questions, lists facts, searches and summarizes from that file alone. Every
answer comes with the sentence that says so.
.
")
set(CPACK_COMPONENTS_ALL)
# The library calls memcpy and its like alone; were its dependencies looked for, cpack would add scripts that run ldconfig,
# where the trigger is enough.
pith_package(library libpith0 libs "answers from a compiled index of articles" "${about}This package has the shared library."
             DEPENDS "libc6 (>= 2.17)")
pith_package(development libpith-dev libdevel "answers from a compiled index of articles (development)" "${about}This \
package has the headers for C and C++, the static library, and\nfiles for CMake and pkg-config."
             DEPENDS "libpith0 (= ${PROJECT_VERSION})")
pith_package(command pith text "compile articles and answer questions about them" "${about}This package has the command."
             DEPENDS "pith-data-en (= ${PROJECT_VERSION})" SHLIBDEPS)
pith_package(data pith-data-en text "English language data for pith" "${about}This package has the language blocks and \
models for English, which the\ncommand needs to compile." ARCHITECTURE all)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/tools/package/triggers
    ${PROJECT_BINARY_DIR}/package/shlibs)
get_target_property(interface pith_shared SOVERSION)
file(WRITE ${PROJECT_BINARY_DIR}/package/shlibs "libpith ${interface} libpith${interface} (>= ${PROJECT_VERSION})\n")
include(CPack)
