# What `cmake --install` puts where, relative to any prefix, and the Debian packages that CPack makes of
# it: gonogo, and gonogo-dev for gates of one's own. ci/release makes them twice and compares;
# ci/check-package installs the first, ci/check-example uses both.
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME program)

install(TARGETS gonogo EXPORT gonogo RUNTIME)
include(Development)

# The plans of plans/ and the sample databases that they name, so that an installed gonogo can rehearse.
install(DIRECTORY plans DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo" USE_SOURCE_PERMISSIONS)
install(DIRECTORY fixtures/samples DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/fixtures")

# The rehearsal of dixis installs Prisma with it.
install(PROGRAMS ci/install-prisma DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/ci")

# What messages and pages name.
install(DIRECTORY sql/grants DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/sql")
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo")
install(DIRECTORY examples DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo")
install(FILES README.md CHANGELOG.md SECURITY.md DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo")
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright)

# The program writes its manual pages, its completion, and the schema of plans.
set(written "${CMAKE_CURRENT_BINARY_DIR}/written")
add_custom_command(
  TARGET gonogo POST_BUILD
  COMMAND gonogo docs man --out "${written}/man1"
  COMMAND sh -c "gzip --force --best --no-name '${written}'/man1/*.1"
  COMMAND gonogo plan schema > "${written}/plan.schema.json"
  COMMAND gonogo docs completion bash > "${written}/gonogo.bash"
  COMMAND gonogo docs completion zsh > "${written}/_gonogo"
  COMMAND gonogo docs completion fish > "${written}/gonogo.fish"
  VERBATIM)
install(DIRECTORY "${written}/man1" DESTINATION "${CMAKE_INSTALL_MANDIR}")
install(FILES "${written}/plan.schema.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo")
install(FILES "${written}/gonogo.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME gonogo)
install(FILES "${written}/_gonogo" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions")
install(FILES "${written}/gonogo.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PACKAGE_NAME gonogo)
set(CPACK_PACKAGE_CONTACT "The gonogo maintainers <maintainers@gonogo.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gonogo)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# For stages: pg_dump, pg_restore and psql. For rehearsals: two servers, and the application's own services. Checks
# need neither; an image that only runs checks leaves them out.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS
    "postgresql-client, postgresql, postgresql-contrib, redis-server, util-linux")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS npm)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "decides whether a PostgreSQL migration may go ahead")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION
"gonogo checks the source and the target of a PostgreSQL migration against a
plan (rows, schema, grants, sequences, services, sign-offs), says GO or NO-GO
and why, and can run the whole cutover, stage by stage.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME gonogo-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# What cmake/LinkedLibraries.cmake finds. A compiler comes with it or is there: clang links it as well.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
"gonogo (= ${PROJECT_VERSION}), cmake (>= 3.25), g++ | clang, libboost-filesystem-dev, libc-ares-dev, libcpp-httplib-dev, \
libcurl4-openssl-dev | libcurl-dev, libfmt-dev, libgtest-dev, libhiredis-dev, libpg-query-dev, libpq-dev, \
libpqxx-dev, libpugixml-dev, libssl-dev, libunistring-dev, libyaml-cpp-dev, nlohmann-json3-dev, pkg-config")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"gates of your own for gonogo, in C++
Headers, static libraries and a CMake package: find_package(gonogo) adds gates
to a program of your own, and makes the checks of a plan ctest tests.")
include(CPack)
