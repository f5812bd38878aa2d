# Turns the statements of sql/ into constants of the program. sql/FAMILY/[..]/row_count_exact.sql becomes
# gonogo::sql::kRowCountExact, declared in sql/FAMILY.h. The headers contain only declarations, so a
# changed statement recompiles one file. In a statement, 'provider_roles' and 'provider_logins' become
# the roles of sql/providers/*.txt: ARRAY['provider_roles']; the name of a file of sql/fragments/,
# like 'rows_of_relation', becomes the expression in it.
#   gonogo_embed_sql(FOLDER FILE...) writes FOLDER/sql/FAMILY.h at configure time, and sets
#   `sql_header_files` in the caller. As a script this file writes the definitions:
#   cmake -D OUTPUT=statements.cc -P EmbedSql.cmake FILE...

include("${CMAKE_CURRENT_LIST_DIR}/SqlConstant.cmake")

# Sets `stem`, `name` (of the constant) and `family` (the folder in sql/) of a file. The sample database of
# the selftest, fixtures/samples/selftest/schema.sql, becomes kSampleSchema of the family sample.
function(gonogo_statement file)
  string(REGEX REPLACE ".*/samples/selftest/" "/sql/sample/sample_" file "${file}")
  cmake_path(GET file STEM stem)
  string(REGEX REPLACE ".*/sql/([^/]+)/.*" "\\1" family "${file}")
  gonogo_constant_name("${file}" name)
  set(stem "${stem}" PARENT_SCOPE)
  set(name "${name}" PARENT_SCOPE)
  set(family "${family}" PARENT_SCOPE)
endfunction()

function(gonogo_embed_sql folder)
  set(families "")
  set(names "")
  foreach(file IN LISTS ARGN)
    gonogo_statement("${file}")
    if(name IN_LIST names)
      message(FATAL_ERROR "${file}: another family has a ${stem}.sql; rename one, because names must be unique in sql/")
    endif()
    list(APPEND names "${name}")
    list(APPEND families "${family}")
    list(APPEND names_of_${family} "${name}")
  endforeach()
  list(REMOVE_DUPLICATES families)
  set(headers "")
  foreach(family IN LISTS families)
    set(header "${folder}/sql/${family}.h")
    gonogo_constant_header("The statements of sql/${family}/, by cmake/EmbedSql.cmake." gonogo::sql "${names_of_${family}}" text)
    file(CONFIGURE OUTPUT "${header}" CONTENT "${text}" @ONLY)
    list(APPEND headers "${header}")
  endforeach()
  set(sql_header_files "${headers}" PARENT_SCOPE)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# Whether role \1 is a superuser that owns nothing in this database.
string(CONCAT idle_superuser
  "EXISTS (SELECT FROM pg_catalog.pg_roles AS idle WHERE idle.rolname = '\\1' AND idle.rolsuper "
  "AND NOT EXISTS (SELECT FROM pg_catalog.pg_shdepend AS owned WHERE owned.refobjid = idle.oid "
  "AND owned.refclassid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND owned.deptype = 'o' "
  "AND owned.classid <> 'pg_catalog.pg_default_acl'::pg_catalog.regclass "
  "AND owned.dbid = (SELECT this.oid FROM pg_catalog.pg_database AS this "
  "WHERE this.datname = pg_catalog.current_database())))")

# Sets `variable` to the roles of one kind in sql/providers/*.txt, as SQL literals.
function(gonogo_provider_roles kind variable)
  file(GLOB providers "${CMAKE_CURRENT_LIST_DIR}/../sql/providers/*.txt")
  set(roles "")
  foreach(provider IN LISTS providers)
    file(STRINGS "${provider}" more REGEX "^${kind} ")
    list(TRANSFORM more REPLACE "^${kind} (.+)$" "'\\1'")
    list(APPEND roles ${more})
    if(kind STREQUAL "own")
      # Users call roles so, too: it is the provider's only on a server that has its marker, or as a
      # superuser that owns nothing in this database (but for default privileges, which name it).
      file(STRINGS "${provider}" common REGEX "^common ")
      file(STRINGS "${provider}" marker REGEX "^marker role ")
      string(REGEX REPLACE "^marker role " "" marker "${marker}")
      list(TRANSFORM common REPLACE "^common (.+)$"
        "CASE WHEN pg_catalog.to_regrole('\"${marker}\"') IS NOT NULL OR ${idle_superuser} THEN '\\1' ELSE '' END")
      list(APPEND roles ${common})
    endif()
  endforeach()
  list(JOIN roles ", " literals)
  set(${variable} "${literals}" PARENT_SCOPE)
endfunction()

gonogo_provider_roles(own provider_roles)
gonogo_provider_roles(login provider_logins)
file(GLOB fragments "${CMAKE_CURRENT_LIST_DIR}/../sql/fragments/*.txt")
foreach(fragment IN LISTS fragments)
  cmake_path(GET fragment STEM name_of_fragment)
  file(READ "${fragment}" expression)
  string(REGEX REPLACE "--[^\n]*\n" "" expression "${expression}")
  string(STRIP "${expression}" fragment_${name_of_fragment})
endforeach()
set(definitions "")
set(list "")
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE ${last})
  set(file "${CMAKE_ARGV${index}}")
  if(NOT file MATCHES "\\.sql$")
    continue()
  endif()
  gonogo_statement("${file}")
  file(READ "${file}" text)
  string(REPLACE "'provider_roles'" "${provider_roles}" text "${text}")
  string(REPLACE "'provider_logins'" "${provider_logins}" text "${text}")
  foreach(fragment IN LISTS fragments)
    cmake_path(GET fragment STEM name_of_fragment)
    string(REPLACE "'${name_of_fragment}'" "${fragment_${name_of_fragment}}" text "${text}")
  endforeach()
  gonogo_constant_definition("${name}" "${text}" definition)
  string(APPEND definitions "${definition}")
  string(APPEND list "    {\"${stem}\", sql::${name}},\n")
endforeach()
file(WRITE "${OUTPUT}.new"
  "// The statements of sql/, by cmake/EmbedSql.cmake.\n"
  "#include \"fixtures/messages/statement_names.h\"\n\nnamespace gonogo {\nnamespace sql {\n\n"
  "${definitions}}  // namespace sql\n\n"
  "std::span<const NamedStatement> AllStatements() {\n"
  "  static constexpr NamedStatement statements[] = {\n${list}  };\n"
  "  return statements;\n}\n\n}  // namespace gonogo\n")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)
file(REMOVE "${OUTPUT}.new")
