#include "app/cli.hpp"

int main(int argc, char** argv) { return paraphe::app::run(argc, argv); }
