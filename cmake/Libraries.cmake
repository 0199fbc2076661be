# Every library the project links, found once. All come from Debian 12; packages.txt names the packages.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Protobuf REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(OpenSSL REQUIRED)

foreach(entry IN ITEMS
    "archive;libarchive" "gmime;gmime-3.0" "gsf;libgsf-1" "magic;libmagic" "poppler;poppler-cpp" "qpdf;libqpdf" "leptonica;lept"
    "heif;libheif" "exif;libexif" "zxing;zxing" "tesseract;tesseract" "icu;icu-uc" "tomlplusplus;tomlplusplus"
    "seccomp;libseccomp" "png;libpng" "spdlog;spdlog" "sqlite3;sqlite3" "cairo;cairo" "pango;pangocairo" "zlib;zlib")
  list(GET entry 0 name)
  list(GET entry 1 module)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${module})
  add_library(lib::${name} ALIAS PkgConfig::${name})
endforeach()

# OpenCV's CMake package comes only with libopencv-dev (300 MB more): we name the four modules we use.
find_path(OPENCV_INCLUDE opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(module IN ITEMS core imgproc dnn ml)
  find_library(OPENCV_${module} opencv_${module} REQUIRED)
  add_library(lib::opencv_${module} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(lib::opencv_${module} PROPERTIES IMPORTED_LOCATION ${OPENCV_${module}}
    INTERFACE_SYSTEM_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE} INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE})
endforeach()
set_property(TARGET lib::opencv_imgproc PROPERTY INTERFACE_LINK_LIBRARIES lib::opencv_core)
set_property(TARGET lib::opencv_dnn PROPERTY INTERFACE_LINK_LIBRARIES lib::opencv_core)
set_property(TARGET lib::opencv_ml PROPERTY INTERFACE_LINK_LIBRARIES lib::opencv_core)

foreach(name IN ITEMS edlib jpeg SQLiteCpp)
  find_library(LIB_${name} ${name} REQUIRED)
  add_library(lib::${name} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(lib::${name} PROPERTIES IMPORTED_LOCATION ${LIB_${name}})
endforeach()

if(PARAPHE_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
