# A stage is a folder, a static library and an include root that shows its own headers only.
# `#include "marks/marks.hpp"` compiles only in targets that link paraphe::marks, or in marks itself.

set(STAGE_INCLUDE ${CMAKE_BINARY_DIR}/include)

add_library(paraphe_options INTERFACE)
target_compile_options(paraphe_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor -Woverloaded-virtual>
  # g++ 12 reports members of temporary aggregates falsely (GCC bugs 105562, 105651); the sanitizer build watches instead.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${PARAPHE_WERROR}>:-Werror>)

# paraphe_stage(NAME [KNOWS stage...] [LIBRARIES library...] [SOURCES file...])
# KNOWS lists the stages whose headers this one may include. Sources default to every .cpp of the folder.
function(paraphe_stage name)
  cmake_parse_arguments(ARG "" "" "KNOWS;LIBRARIES;SOURCES" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB ARG_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  file(MAKE_DIRECTORY ${STAGE_INCLUDE}/${name})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${STAGE_INCLUDE}/${name}/${name} SYMBOLIC)
  set(known ${ARG_KNOWS})
  list(TRANSFORM known PREPEND paraphe::)
  if(ARG_SOURCES)
    add_library(${name} STATIC ${ARG_SOURCES})
    target_include_directories(${name} PUBLIC ${STAGE_INCLUDE}/${name})
    target_link_libraries(${name} PUBLIC ${known} PRIVATE paraphe_options ${ARG_LIBRARIES})
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${STAGE_INCLUDE}/${name})
    target_link_libraries(${name} INTERFACE ${known})
  endif()
  add_library(paraphe::${name} ALIAS ${name})
  set_property(GLOBAL APPEND PROPERTY PARAPHE_STAGES ${name})
endfunction()

# paraphe_test(NAME [KNOWS stage...] [LIBRARIES library...] SOURCES file...)
# One GoogleTest executable; each of its tests becomes one test of ctest.
function(paraphe_test name)
  cmake_parse_arguments(ARG "" "" "KNOWS;LIBRARIES;SOURCES" ${ARGN})
  set(known ${ARG_KNOWS})
  list(TRANSFORM known PREPEND paraphe::)
  add_executable(${name} ${ARG_SOURCES})
  if(PARAPHE_SANITIZED)
    target_sources(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests/leaks.cpp)
  endif()
  target_compile_definitions(${name} PRIVATE PARAPHE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" PARAPHE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  target_link_libraries(${name} PRIVATE paraphe_options ${known} ${ARG_LIBRARIES} GTest::gmock_main)
  gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600)
endfunction()
