# Run by cpack between installing into its own folder and packing: each package gets its copyright and changelog, as
# Debian's policy wants them, and manual pages are compressed.
function(compress from to)
  execute_process(COMMAND gzip -9n INPUT_FILE ${from} OUTPUT_FILE ${to} COMMAND_ERROR_IS_FATAL ANY)
  file(REMOVE ${from})
endfunction()

file(READ ${CPACK_PITH_SOURCE}/NOTICE notice)
string(REGEX REPLACE "^\n*Pith\n+" "" notice "${notice}")
file(STRINGS ${CPACK_PITH_SOURCE}/CHANGELOG.md heading REGEX "^## " LIMIT_COUNT 1)
string(REGEX REPLACE ".*([0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]).*" "\\1" date "${heading}")
execute_process(COMMAND date --utc --date=${date} --rfc-email OUTPUT_VARIABLE date OUTPUT_STRIP_TRAILING_WHITESPACE
                COMMAND_ERROR_IS_FATAL ANY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(root ${CPACK_TEMPORARY_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX})
  set(folder ${root}/share/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  file(WRITE ${folder}/copyright "${notice}
On Debian systems the text of the Apache License, Version 2.0, is in
/usr/share/common-licenses/Apache-2.0.
")
  file(WRITE ${folder}/changelog "pith (${CPACK_PACKAGE_VERSION}) unstable; urgency=medium

  * CHANGELOG.md of the source says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
  compress(${folder}/changelog ${folder}/changelog.gz)
  file(GLOB pages ${root}/share/man/man1/*.1)
  foreach(page IN LISTS pages)
    compress(${page} ${page}.gz)
  endforeach()
endforeach()
