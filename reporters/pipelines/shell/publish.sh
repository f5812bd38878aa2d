# The outputs are written before the job fails, so that what follows has them. GO is exit status 0.
verdict=NO-GO
[ "$status" != 0 ] || verdict=GO
{
  echo "verdict=$verdict"
  echo "exit_status=$status"
  gonogo evidence show "$EVIDENCE" --values || true
} >@outputs@
