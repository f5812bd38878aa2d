gonogo evidence show "$EVIDENCE" --summary >>"$GITHUB_STEP_SUMMARY" ||
  [ $? != 2 ] || echo "gonogo: exit status $status and no evidence: the log says why" >>"$GITHUB_STEP_SUMMARY"
