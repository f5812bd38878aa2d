gonogo plan lint --plan "$PLAN"
gonogo rehearse --plan "$PLAN" --out "$EVIDENCE" --no-color || status=$?
