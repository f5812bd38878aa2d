mkdir -p "$PARTS"
gonogo evidence merge "$PARTS" gate --plan "$PLAN" --out "$EVIDENCE" --no-color || status=$?
