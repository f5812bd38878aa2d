#include "core/plan/program_keys.h"

namespace gonogo {

Parameter ProgramWords() {
  return TextListParameter("words", "a program and its arguments; gonogo doesn't use a shell");
}

Parameter ProgramFolder() {
  return PathParameter("folder", "the program's working directory").Written();
}

Parameter ProgramFiles() {
  return PathListParameter("files",
                           "the files and folders that the program reads, which the plan's digest "
                           "covers; if not given: those in \"folder\" that its words name");
}

Parameter ProgramEnvironment() {
  return TextListParameter("environment",
                           "the only variables that the program gets besides PATH and HOME");
}

}  // namespace gonogo
