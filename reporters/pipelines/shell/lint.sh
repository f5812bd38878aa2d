exec gonogo plan lint --plan "$PLAN"
