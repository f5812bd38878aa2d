// The program gonogo, with its own gates only.
#include "app/program/program.h"

int main(int argc, char** argv) { return gonogo::RunProgram(argc, argv, {}); }
