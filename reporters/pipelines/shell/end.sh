exit "$status"
