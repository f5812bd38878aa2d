while IFS='=' read -r key value; do
  echo "##vso[task.setvariable variable=$key;isOutput=true]$value"
done <gonogo.env
[ ! -f "$EVIDENCE/summary.md" ] || echo "##vso[task.uploadsummary]$PWD/$EVIDENCE/summary.md"
