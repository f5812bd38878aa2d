# Finds the libraries that gonogo links. The installed CMake package finds the same ones, because a
# program with gates of its own links gonogo's static libraries.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(GTest REQUIRED)
find_package(CURL REQUIRED)
find_package(fmt REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(Boost REQUIRED COMPONENTS filesystem)
find_package(pugixml REQUIRED)
pkg_check_modules(YAML REQUIRED IMPORTED_TARGET yaml-cpp)
pkg_check_modules(PQXX REQUIRED IMPORTED_TARGET libpqxx)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)
pkg_check_modules(CARES REQUIRED IMPORTED_TARGET libcares)
pkg_check_modules(HIREDIS REQUIRED IMPORTED_TARGET hiredis)

# GNU libunistring has no pkg-config file.
find_library(UNISTRING unistring REQUIRED)
if(NOT TARGET Unistring::unistring)
  add_library(Unistring::unistring UNKNOWN IMPORTED)
  set_target_properties(Unistring::unistring PROPERTIES IMPORTED_LOCATION "${UNISTRING}")
endif()

# Debian's libpg_query has no pkg-config file, and its shared library is only in the development package.
find_library(PG_QUERY libpg_query.a REQUIRED)
if(NOT TARGET PgQuery::pg_query)
  add_library(PgQuery::pg_query STATIC IMPORTED)
  set_target_properties(PgQuery::pg_query PROPERTIES IMPORTED_LOCATION "${PG_QUERY}")
endif()
