SELECT 'many' AS words
