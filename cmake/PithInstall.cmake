# cmake --install: the engine with its headers as pith::engine, and where it is built the command with its data.
include(CMakePackageConfigHelpers)
set(PITH_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/pith)

install(TARGETS pith_engine EXPORT pith_targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/pith DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT pith_targets NAMESPACE pith:: DESTINATION ${PITH_PACKAGE_DIR})
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/pith-config.cmake.in pith-config.cmake
                              INSTALL_DESTINATION ${PITH_PACKAGE_DIR})
write_basic_package_version_file(pith-config-version.cmake COMPATIBILITY SameMajorVersion)
install(FILES ${PROJECT_BINARY_DIR}/pith-config.cmake ${PROJECT_BINARY_DIR}/pith-config-version.cmake
        DESTINATION ${PITH_PACKAGE_DIR})
