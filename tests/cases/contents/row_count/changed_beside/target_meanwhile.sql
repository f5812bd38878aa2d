SELECT FROM read_by_another;
