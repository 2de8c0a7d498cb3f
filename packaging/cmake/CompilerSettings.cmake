# Warnings are errors in our own code; sanitizers and the compiler cache apply to everything we build.
option(FUSEFIND_ASSERTIONS "Check FUSEFIND_ASSERT at run time" OFF)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers are only cached under this sloppiness; the base folder lets clones share the cache.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

# Nearly a hundred test executables: most of a build's time would go into linking them.
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

add_library(fusefind_settings INTERFACE)
target_include_directories(fusefind_settings INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
target_compile_options(fusefind_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual -Werror)
target_compile_definitions(fusefind_settings INTERFACE QT_NO_KEYWORDS)
if(FUSEFIND_ASSERTIONS)
  target_compile_definitions(fusefind_settings INTERFACE FUSEFIND_ASSERTIONS)
endif()
if(FUSEFIND_SANITIZE)
  target_compile_options(fusefind_settings INTERFACE
    -fsanitize=${FUSEFIND_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
  target_link_options(fusefind_settings INTERFACE -fsanitize=${FUSEFIND_SANITIZE})
endif()
