gonogo run gate --plan "$PLAN" --out "$EVIDENCE" --no-color || status=$?
