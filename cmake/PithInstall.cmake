# cmake --install, and the components that packages are made of: the engine with its headers as pith::engine and for pkg-config, the licenses, and where it is built
# the command with its data.
include(CMakePackageConfigHelpers)
set(PITH_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/pith)

get_target_property(PITH_LINKED pith::engine ALIASED_TARGET)
install(TARGETS ${PITH_LINKED} EXPORT pith_targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
        RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT library)
if(BUILD_SHARED_LIBS)
  install(FILES $<TARGET_FILE:pith_engine> DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
endif()
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/pith DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/NOTICE DESTINATION ${CMAKE_INSTALL_DOCDIR}
        COMPONENT licenses)

install(EXPORT pith_targets NAMESPACE pith:: DESTINATION ${PITH_PACKAGE_DIR} COMPONENT development)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/pith-config.cmake.in pith-config.cmake
                              INSTALL_DESTINATION ${PITH_PACKAGE_DIR})
# Until 1.0 structs may grow in each minor version, so a program that asks for 0.2 is not given 0.3.
write_basic_package_version_file(pith-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pith-config.cmake ${PROJECT_BINARY_DIR}/pith-config-version.cmake
              ${PROJECT_SOURCE_DIR}/cmake/PithIndex.cmake
        DESTINATION ${PITH_PACKAGE_DIR} COMPONENT development)

# Paths relative to the file itself, so that an installed Pith can be moved.
set(PITH_PC_DIR ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH PITH_PC_TO_INCLUDE ${PITH_PC_DIR} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
configure_file(${PROJECT_SOURCE_DIR}/cmake/pith.pc.in ${PROJECT_BINARY_DIR}/pith.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/pith.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
