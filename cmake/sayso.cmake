# What every target shares, and the functions the folders are declared with.

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(sayso_options INTERFACE)
target_compile_options(sayso_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Werror
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)  # g++ 12 takes std::string + "x" for overlap (GCC bug 105329)
target_include_directories(sayso_options INTERFACE
  ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_BINARY_DIR}/generated)

if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  # What every such processor since 2009 has (SSE 4.2, POPCNT).
  target_compile_options(sayso_options INTERFACE -march=x86-64-v2)
endif()

if(SAYSO_FUZZ)
  # The fuzzer looks for inputs that reach new code, so it must see all of it.
  target_compile_options(sayso_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(sayso_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

configure_file(${PROJECT_SOURCE_DIR}/src/core/version.h.in
               ${PROJECT_BINARY_DIR}/generated/core/version.h @ONLY)

if(SAYSO_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()

# sayso_folder(NAME [folders and libraries it may use...])
# One folder of src/: a library of its .cc files, and a test program of its *_test.cc files.
function(sayso_folder name)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS *.cc)
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS *.h)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cc$")
  add_library(sayso_${name} STATIC ${sources})
  target_sources(sayso_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src
                 FILES ${headers})
  set_target_properties(sayso_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  target_link_libraries(sayso_${name} PUBLIC sayso_options ${ARGN})
  if(SAYSO_TESTS AND tests)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE sayso_${name} GTest::gtest_main)
    target_compile_definitions(${name}_test PRIVATE SAYSO_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    add_test(NAME unit.${name} COMMAND ${name}_test)
  endif()
endfunction()

# sayso_embed(TARGET FILE...): the files, relative to the source directory, as resource(FILE).
function(sayso_embed target)
  set(assembly ${PROJECT_BINARY_DIR}/generated/resources.S)
  set(table ${PROJECT_BINARY_DIR}/generated/resources.inc)
  set(asm_text ".section .rodata\n")
  set(table_text "")
  set(number 0)
  set(paths)
  foreach(file ${ARGN})
    string(APPEND asm_text
      ".balign 64\n.global sayso_resource_${number}_begin\nsayso_resource_${number}_begin:\n"
      ".incbin \"${PROJECT_SOURCE_DIR}/${file}\"\n"
      ".global sayso_resource_${number}_end\nsayso_resource_${number}_end:\n.byte 0\n")
    string(APPEND table_text "RESOURCE(${number}, \"${file}\")\n")
    list(APPEND paths ${PROJECT_SOURCE_DIR}/${file})
    math(EXPR number "${number}+1")
  endforeach()
  string(APPEND asm_text ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${assembly} CONTENT "${asm_text}" @ONLY)
  file(CONFIGURE OUTPUT ${table} CONTENT "${table_text}" @ONLY)
  set_source_files_properties(${assembly} PROPERTIES OBJECT_DEPENDS "${paths}")
  target_sources(${target} PRIVATE ${assembly})
endfunction()
