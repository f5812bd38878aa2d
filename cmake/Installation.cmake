# What `cmake --install` puts where, relative to any prefix, and the Debian package that CPack makes of
# it. ci/release makes the package twice and compares; ci/check-package installs it.
include(GNUInstallDirs)

install(TARGETS gonogo RUNTIME)

# The plans of plans/ and the sample databases that they name, so that an installed gonogo can rehearse.
install(DIRECTORY plans DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo" USE_SOURCE_PERMISSIONS)
install(DIRECTORY fixtures/samples DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/fixtures")

# The rehearsal of dixis installs Prisma with it.
install(PROGRAMS ci/install-prisma DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/ci")

# What messages and pages name.
install(DIRECTORY sql/grants DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo/sql")
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DATADIR}/gonogo" PATTERN adr EXCLUDE)
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
set(CPACK_PACKAGE_NAME gonogo)
set(CPACK_PACKAGE_CONTACT "The gonogo maintainers <maintainers@gonogo.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS postgresql-client)  # pg_dump, pg_restore and psql
# For rehearsals: two servers, and the application's own services.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql, postgresql-contrib, redis-server, util-linux")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS npm)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "decides whether a PostgreSQL migration may go ahead")
set(CPACK_PACKAGE_DESCRIPTION
"gonogo checks the source and the target of a PostgreSQL migration against a
plan (rows, schema, grants, sequences, services, sign-offs), says GO or NO-GO
and why, and can run the whole cutover, stage by stage.")
include(CPack)
