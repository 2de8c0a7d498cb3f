# `cmake --install DIR --prefix PREFIX`: the programs and what they look for in ../share/fusefind; pictures and translations are in the window.
# `--component encoders` adds the converted encoders, so that `models add NAME` needs no set-up: they are 150 MB and have licences of their own.
set(programs fusefind fusefind-cli fusefind-engine fusefind-worker)
# LibTorch is too large to be copied for its own sake: who packs FuseFind for another machine lays its libraries into lib/fusefind.
set_target_properties(${programs} PROPERTIES INSTALL_RPATH "\$ORIGIN/../lib/fusefind;${TORCH_DIR}/lib")
install(TARGETS ${programs} RUNTIME DESTINATION bin)
install(FILES resources/catalogue.json DESTINATION share/fusefind)
install(DIRECTORY resources/default-space DESTINATION share/fusefind)
install(FILES LICENSE README.md CHANGELOG.md DESTINATION share/doc/fusefind)
install(DIRECTORY ${FUSEFIND_DEPS}/models DESTINATION share/fusefind COMPONENT encoders EXCLUDE_FROM_ALL)
