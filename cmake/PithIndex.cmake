# pith_add_index(TARGET ARTICLE... [NAME name] [PROFILE tiny|standard|full]): compiles articles into an index when TARGET
# is built, and links it in as constant data. The target includes "NAME.h", which declares
#
#     extern const unsigned char NAME[];
#     extern const unsigned long NAME_size;
#
# NAME is TARGET_index and PROFILE standard unless said otherwise. The command is the target `pith` where Pith is built in
# this project, PITH_COMMAND where that is set (as for cross building), or the pith on PATH.
function(pith_add_index target)
  cmake_parse_arguments(PARSE_ARGV 1 index "" "NAME;PROFILE" "")
  set(name ${target}_index)
  if(index_NAME)
    set(name ${index_NAME})
  endif()
  set(profile standard)
  if(index_PROFILE)
    set(profile ${index_PROFILE})
  endif()
  if(NOT index_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "pith_add_index(${target}): there are no articles")
  endif()
  set(articles)
  foreach(article IN LISTS index_UNPARSED_ARGUMENTS)
    get_filename_component(article ${article} ABSOLUTE BASE_DIR ${CMAKE_CURRENT_SOURCE_DIR})
    list(APPEND articles ${article})
  endforeach()

  if(TARGET pith AND NOT PITH_COMMAND)
    set(command $<TARGET_FILE:pith>)
    set(needed pith pith_data)
  else()
    find_program(PITH_COMMAND pith REQUIRED)
    set(command ${PITH_COMMAND})
    set(needed ${PITH_COMMAND})
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}.pith.dir)
  file(MAKE_DIRECTORY ${folder})
  file(CONFIGURE OUTPUT ${folder}/${name}.h @ONLY CONTENT [[
#pragma once
#ifdef __cplusplus
extern "C" {
#endif
extern const unsigned char @name@[];
extern const unsigned long @name@_size;
#ifdef __cplusplus
}
#endif
]])
  add_custom_command(OUTPUT ${folder}/${name}.cc
                     COMMAND ${command} compile ${articles} --profile ${profile} --c-array ${name} --force
                             -o ${folder}/${name}.cc
                     DEPENDS ${articles} ${needed} COMMENT "Index ${name}" VERBATIM)
  target_sources(${target} PRIVATE ${folder}/${name}.cc)
  target_include_directories(${target} PRIVATE ${folder})
endfunction()
