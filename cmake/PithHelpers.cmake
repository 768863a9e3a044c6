# What every target of this project has in common.

# Whether sanitizers are on, by PITH_SANITIZE or by the compiler's flags.
set(PITH_SANITIZED OFF)
if(PITH_SANITIZE OR "${CMAKE_CXX_FLAGS}" MATCHES "-fsanitize=")
  set(PITH_SANITIZED ON)
endif()

# pith_target(NAME [STRICT]): warnings, sanitizers, includes from the root, and the C++ library's own checks in every
# build type, so that an index outside a container ends the program instead of reading what lies there. STRICT adds what
# the engine promises.
function(pith_target name)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE _GLIBCXX_ASSERTIONS)
  target_compile_options(${name} PRIVATE -Wall -Wextra)
  if("STRICT" IN_LIST ARGN)
    target_compile_options(${name} PRIVATE -Wshadow -Wconversion)
  endif()
  if(PITH_WARNINGS_AS_ERRORS)
    target_compile_options(${name} PRIVATE -Werror)
  endif()
  if(PITH_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=${PITH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(${name} PRIVATE -fsanitize=${PITH_SANITIZE})
  endif()
endfunction()
