# LibTorch out of the Python wheel. The wheel's own find_package insists on a CUDA toolkit, so the libraries are named here;
# libtorch_cuda is not linked but opened at run time by gpu/device where a driver is present: one program serves machines with
# and without a GPU, needs no toolkit to build, and starts without mapping gigabytes of CUDA libraries.
file(GLOB torch_dirs ${FUSEFIND_DEPS}/venv/lib/python3.*/site-packages/torch)
list(POP_FRONT torch_dirs TORCH_DIR)
if(NOT TORCH_DIR)
  message(FATAL_ERROR "LibTorch is not in ${FUSEFIND_DEPS}: run packaging/setup.sh first.")
endif()
file(STRINGS ${TORCH_DIR}/version.py torch_version REGEX "^__version__")
if(NOT torch_version MATCHES "2\\.11\\.0")
  message(FATAL_ERROR "FuseFind is written against LibTorch 2.11.0, found ${torch_version}: run packaging/setup.sh.")
endif()

# The wheel also brings a newer fmt among its headers, which would hide the system's, whose library we link.
get_target_property(fmt_include_dir fmt::fmt INTERFACE_INCLUDE_DIRECTORIES)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated/system)
file(CREATE_LINK ${fmt_include_dir}/fmt ${CMAKE_BINARY_DIR}/generated/system/fmt SYMBOLIC)
target_include_directories(fusefind_settings SYSTEM INTERFACE ${CMAKE_BINARY_DIR}/generated/system)

add_library(fusefind_torch INTERFACE)
target_include_directories(fusefind_torch SYSTEM INTERFACE ${TORCH_DIR}/include ${TORCH_DIR}/include/torch/csrc/api/include)
target_link_libraries(fusefind_torch INTERFACE ${TORCH_DIR}/lib/libtorch_cpu.so ${TORCH_DIR}/lib/libc10.so)
# The wheel's libraries look for their neighbours (cudart, cupti, cufile …) through their own run path.
set(CMAKE_BUILD_RPATH ${TORCH_DIR}/lib)

if(FUSEFIND_CUDA STREQUAL "ON" AND NOT EXISTS ${TORCH_DIR}/lib/libtorch_cuda.so)
  message(FATAL_ERROR "FUSEFIND_CUDA=ON, but this LibTorch was built without CUDA: install torch==2.11.0 from packaging/requirements.txt.")
endif()
if(NOT FUSEFIND_CUDA STREQUAL "OFF" AND EXISTS ${TORCH_DIR}/lib/libtorch_cuda.so)
  target_compile_definitions(fusefind_torch INTERFACE FUSEFIND_WITH_CUDA)
endif()
